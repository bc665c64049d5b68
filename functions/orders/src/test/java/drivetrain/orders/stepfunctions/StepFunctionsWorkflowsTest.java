package drivetrain.orders.stepfunctions;

import static drivetrain.orders.Samples.ADA;
import static drivetrain.orders.Samples.ORDER;
import static drivetrain.orders.Samples.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.DependencyUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

class StepFunctionsWorkflowsTest {
    private static final CorrelationId REQUEST = new CorrelationId("request-1");
    private final List<StartExecutionRequest> started = new ArrayList<>();
    private Optional<RuntimeException> fault = Optional.empty();

    @Test
    void startsTheCheckoutUnderTheNameOfTheOrder() {
        checkout();

        assertThat(started).singleElement().satisfies(request -> {
            assertThat(request.stateMachineArn()).isEqualTo("arn:machine");
            assertThat(request.name()).isEqualTo(ORDER.value());
            assertThat(request.input()).isEqualTo("{\"orderId\":\"" + ORDER
                    + "\",\"customerId\":\"ada\",\"correlationId\":\"request-1\","
                    + "\"total\":{\"minorUnits\":25800,\"currency\":\"EUR\"},"
                    + "\"lines\":[{\"sku\":\"SRV-2040-485\",\"quantity\":2,\"massGrams\":450}],"
                    + "\"paymentMethod\":\"pm_card_visa\",\"shipTo\":{\"name\":\"Ada Lovelace\","
                    + "\"street1\":\"12 St James Square\",\"city\":\"London\","
                    + "\"postalCode\":\"SW1Y 4JH\",\"country\":\"GB\","
                    + "\"email\":\"ada@example.com\"}}");
        });
    }

    @Test
    void startsACancellationForEachRequest() {
        new StepFunctionsCancellation(client(), "arn:machine").start(ORDER, ADA, 3, REQUEST);

        assertThat(started).singleElement().satisfies(request -> {
            assertThat(request.name()).isEqualTo(ORDER + "-3");
            assertThat(request.input()).isEqualTo("{\"orderId\":\"" + ORDER
                    + "\",\"customerId\":\"ada\",\"correlationId\":\"request-1\"}");
        });
    }

    @Test
    void isContentWhenItWasStartedBefore() {
        fault = Optional.of(ExecutionAlreadyExistsException.builder().build());

        assertThatCode(this::checkout).doesNotThrowAnyException();
    }

    @Test
    void tellsFaultsThatMayPassFromThoseThatWont() {
        fault = Optional.of(SfnException.builder().statusCode(503).build());
        assertThatThrownBy(this::checkout).isInstanceOf(DependencyUnavailable.class);
        fault = Optional.of(SdkClientException.create("timeout"));
        assertThatThrownBy(this::checkout).isInstanceOf(DependencyUnavailable.class);
        fault = Optional.of(InvalidExecutionInputException.builder().statusCode(400).build());
        assertThatThrownBy(this::checkout).isInstanceOf(InvalidExecutionInputException.class);
    }

    private void checkout() {
        new StepFunctionsCheckout(client(), "arn:machine").start(purchase(), REQUEST);
    }

    private SfnClient client() {
        return new SfnClient() {
            @Override
            public StartExecutionResponse startExecution(StartExecutionRequest request) {
                fault.ifPresent(thrown -> {
                    throw thrown;
                });
                started.add(request);
                return StartExecutionResponse.builder().build();
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
