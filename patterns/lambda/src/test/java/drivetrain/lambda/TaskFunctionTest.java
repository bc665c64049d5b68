package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.DependencyTimeout;
import drivetrain.testing.FunctionRun;
import org.junit.jupiter.api.Test;

class TaskFunctionTest {
    private static final String PAYLOAD = """
        {"orderId":"o-1","correlationId":"c-1","quantity":3,"added":"later"}""";

    @Test
    void answersWithTheOutcomeAndLogsItOnce() {
        var function = new TaskFunction<>(SampleTask.Input.class, SampleTask.Output.class,
                input -> new SampleTask.Output("RESERVED", 10 - input.quantity()));

        var run = FunctionRun.of(function::handle, PAYLOAD);

        assertThat(run.output()).isEqualTo("{\"outcome\":\"RESERVED\",\"left\":7}");
        assertThat(run.log()).singleElement().asString().contains("\"RESERVED\"")
                .contains("\"orderId\":\"o-1\"").contains("\"correlationId\":\"c-1\"");
    }

    @Test
    void letsTheWorkflowSeeTheNameOfATransientFault() {
        var function = new TaskFunction<>(SampleTask.Input.class, SampleTask.Output.class,
                input -> {
                    throw new DependencyTimeout("payment provider: no answer");
                });

        assertThatThrownBy(() -> FunctionRun.of(function::handle, PAYLOAD))
                .isInstanceOf(DependencyTimeout.class);
    }
}
