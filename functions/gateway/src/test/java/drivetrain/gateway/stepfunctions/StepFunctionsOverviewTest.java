package drivetrain.gateway.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.gateway.domain.Identity;
import drivetrain.gateway.domain.Missing;
import drivetrain.gateway.domain.Missing.Reason;
import drivetrain.gateway.domain.Overview;
import drivetrain.gateway.domain.Part;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;

class StepFunctionsOverviewTest {
    private static final OrderId ORDER = new OrderId("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Identity ADA = new Identity(new CustomerId("ada"),
            Set.of("staff", "customer"));

    private final List<StartSyncExecutionRequest> started = new ArrayList<>();
    private StartSyncExecutionResponse answer = succeeded("{\"outcome\":\"NOT_FOUND\"}");
    private Optional<RuntimeException> fault = Optional.empty();

    @Test
    void asksOnBehalfOfTheCallerAlone() {
        run();

        assertThat(started).singleElement().satisfies(request -> {
            assertThat(request.stateMachineArn()).isEqualTo("arn:machine");
            assertThat(request.input()).isEqualTo("{\"orderId\":\"" + ORDER
                    + "\",\"customerId\":\"ada\",\"scopes\":\"customer staff\","
                    + "\"correlationId\":\"request-1\"}");
        });
    }

    @Test
    void passesThePartsOnAsTheServicesWroteThem() {
        answer = succeeded("""
            {"outcome":"FOUND","order":{"name":"N·m","n":[1,2.50]},"payment":{"a":{}},\
            "missing":[{"part":"shipment","why":"TIMED_OUT","error":"States.Timeout"}]}""");

        assertThat(run()).contains(new Overview("{\"name\":\"N·m\",\"n\":[1,2.50]}",
                Optional.of("{\"a\":{}}"), Optional.empty(),
                List.of(new Missing(Part.SHIPMENT, Reason.TIMED_OUT, "States.Timeout"))));
    }

    @Test
    void findsNothingWhereOrdersFindsNothing() {
        assertThat(run()).isEmpty();
    }

    @Test
    void canNotTellWithoutOrders() {
        answer = succeeded("{\"outcome\":\"UNAVAILABLE\",\"error\":\"States.Timeout\"}");

        assertThatThrownBy(this::run).isInstanceOf(DependencyUnavailable.class)
                .hasMessageContaining("States.Timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"outcome\":\"PERHAPS\"}", "{\"outcome\":\"FOUND\"}", "[]",
            "{\"outcome\":\"FOUND\",\"order\":{},\"payment\":{},\"missing\":[]}",
            "{\"outcome\":\"FOUND\",\"order\":{},\"missing\":[{\"part\":\"payment\","
                    + "\"why\":\"NO_IDEA\"},{\"part\":\"shipment\",\"why\":\"TIMED_OUT\"}]}"})
    void anAnswerOfAnotherShapeIsABug(String output) {
        answer = succeeded(output);

        assertThatThrownBy(this::run).isNotInstanceOf(DependencyUnavailable.class);
    }

    @Test
    void tellsExecutionsThatRanOutOfTimeFromThoseThatAreWrong() {
        answer = StartSyncExecutionResponse.builder().status("TIMED_OUT").build();
        assertThatThrownBy(this::run).isInstanceOf(DependencyUnavailable.class);
        answer = StartSyncExecutionResponse.builder().status("FAILED").error("States.Runtime")
                .build();
        assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("States.Runtime");
    }

    @Test
    void tellsFaultsThatMayPassFromThoseThatWont() {
        fault = Optional.of(SfnException.builder().statusCode(503).build());
        assertThatThrownBy(this::run).isInstanceOf(DependencyUnavailable.class);
        fault = Optional.of(SdkClientException.create("timeout"));
        assertThatThrownBy(this::run).isInstanceOf(DependencyUnavailable.class);
        fault = Optional.of(StateMachineDoesNotExistException.builder().statusCode(400).build());
        assertThatThrownBy(this::run).isInstanceOf(StateMachineDoesNotExistException.class);
    }

    private Optional<Overview> run() {
        return new StepFunctionsOverview(client(), "arn:machine").run(ORDER, ADA,
                new CorrelationId("request-1"));
    }

    private static StartSyncExecutionResponse succeeded(String output) {
        return StartSyncExecutionResponse.builder().status("SUCCEEDED").output(output).build();
    }

    private SfnClient client() {
        return new SfnClient() {
            @Override
            public StartSyncExecutionResponse startSyncExecution(
                    StartSyncExecutionRequest request) {
                fault.ifPresent(thrown -> {
                    throw thrown;
                });
                started.add(request);
                return answer;
            }

            @Override
            public String serviceName() {
                return "states";
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
    }
}
