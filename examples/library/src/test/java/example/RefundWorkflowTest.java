package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import drivetrain.states.ExecutionStatus;
import drivetrain.states.testing.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundWorkflowTest {
    private final Workflow refund = Workflow.of(definition());

    @Test
    void aBankThatIsDownIsAskedAgainLater() {
        refund.mock("AskBank").fails("BankIsDown").times(2)
                .thenReturns("{\"Payload\": {\"refunded\": true}}");

        var run = refund.run("{\"account\": \"a-1\"}");

        assertEquals(ExecutionStatus.SUCCEEDED, run.status());
        assertEquals("{\"refunded\":true}", run.output().toString());
        assertEquals(Duration.ofMinutes(3), run.duration());
        assertEquals(List.of("AskBank"), run.path());
        assertEquals(3, refund.mock("AskBank").calls().size());
    }

    @Test
    void anotherFaultEndsTheWorkflow() {
        refund.mock("AskBank").fails("AccountIsClosed");

        var run = refund.run("{\"account\": \"a-1\"}");

        assertEquals(ExecutionStatus.FAILED, run.status());
        assertEquals("AccountIsClosed", run.error());
    }

    private static String definition() {
        try (var file = RefundWorkflowTest.class.getResourceAsStream("refund.asl.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
