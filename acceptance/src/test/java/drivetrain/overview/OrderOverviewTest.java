package drivetrain.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import drivetrain.acceptance.LocalSystem;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.testing.TaskMock;
import drivetrain.states.testing.Workflow;
import drivetrain.states.testing.WorkflowRun;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the overview shows, however the services answer. */
class OrderOverviewTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String INPUT = """
        {"orderId": "o-1", "customerId": "ada", "scopes": "customer", "correlationId": "r-1"}""";
    private static final String ORDER = "{\"orderId\":\"o-1\",\"lines\":[{\"name\":\"2 N·m\"}]}";
    private static final String PAYMENT = "{\"status\":\"CAPTURED\"}";
    private static final String SHIPMENT = "{\"status\":\"BOOKED\"}";

    private Workflow workflow;
    private TaskMock orders;
    private TaskMock payments;
    private TaskMock shipping;

    @BeforeEach
    void readTheWorkflow() throws IOException {
        workflow = Workflow.express(Files.readString(LocalSystem.templateOfThisProject()
                .resolveSibling("step-functions/order-overview.asl.json")));
        orders = workflow.mock("AskOrders");
        payments = workflow.mock("AskPayments");
        shipping = workflow.mock("AskShipping");
    }

    @Test
    void showsWhatAllThreeAnswer() throws JsonProcessingException {
        orders.returns(answer(200, ORDER));
        payments.returns(answer(200, PAYMENT));
        shipping.returns(answer(200, SHIPMENT));

        assertThat(output()).isEqualTo(json("{'outcome':'FOUND','order':" + ORDER
                + ",'payment':" + PAYMENT + ",'shipment':" + SHIPMENT + ",'missing':[]}"));
    }

    @Test
    void asksEachAsApiGatewayWouldForTheCaller() throws JsonProcessingException {
        orders.returns(answer(200, ORDER));
        workflow.run(INPUT);

        assertAsked(orders, "");
        assertAsked(payments, "/payment");
        assertAsked(shipping, "/shipment");
    }

    private static void assertAsked(TaskMock service, String path)
            throws JsonProcessingException {
        assertThat(service.calls()).singleElement().extracting(call -> call.path("Payload"))
                .isEqualTo(json("""
                    {'httpMethod':'GET','path':'/orders/o-1%s','pathParameters':{'id':'o-1'},
                    'headers':{'X-Correlation-Id':'r-1'},'requestContext':{'requestId':'r-1',
                    'authorizer':{'customerId':'ada','scopes':'customer'}}}"""
                        .formatted(path)));
    }

    @Test
    void saysThatThereIsNoPaymentOrShipment() throws JsonProcessingException {
        orders.returns(answer(200, ORDER));
        payments.returns(answer(404, "{}"));
        shipping.returns(answer(404, "{}"));

        assertThat(output()).isEqualTo(json("{'outcome':'FOUND','order':" + ORDER
                + ",'missing':[{'part':'payment','why':'NOT_FOUND','error':'HTTP 404'},"
                + "{'part':'shipment','why':'NOT_FOUND','error':'HTTP 404'}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Runtime.ExitError", "Lambda.TooManyRequestsException",
            "Lambda.ServiceException", "drivetrain.kernel.StorageUnavailable", "States.TaskFailed",
            "States.Permissions"})
    void showsTheOrderWhateverHappensToTheRest(String error) throws JsonProcessingException {
        orders.returns(answer(200, ORDER));
        payments.fails(error);
        shipping.fails(error);

        assertThat(output()).isEqualTo(json("{'outcome':'FOUND','order':" + ORDER
                + ",'missing':[{'part':'payment','why':'UNAVAILABLE','error':'" + error
                + "'},{'part':'shipment','why':'UNAVAILABLE','error':'" + error + "'}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"StatusCode\":200,\"Payload\":null}", "{\"StatusCode\":200}",
            "{\"Payload\":{\"statusCode\":200,\"body\":\"no JSON\"}}",
            "{\"Payload\":{\"statusCode\":200}}", "{\"Payload\":{\"statusCode\":\"?\"}}",
            "{\"Payload\":{\"statusCode\":503,\"body\":\"{}\"}}", "{\"Payload\":[]}"})
    void takesAnswersOfAnotherShapeForNone(String answer) {
        orders.returns(answer(200, ORDER));
        payments.returns(answer);
        shipping.returns(answer(200, SHIPMENT));

        JsonNode output = output();

        assertThat(output.path("outcome").asText()).isEqualTo("FOUND");
        assertThat(output.path("shipment").isObject()).isTrue();
        assertThat(output.has("payment")).isFalse();
        assertThat(output.path("missing")).singleElement().satisfies(missing -> {
            assertThat(missing.path("part").asText()).isEqualTo("payment");
            assertThat(missing.path("why").asText()).isEqualTo("UNAVAILABLE");
        });
    }

    @Test
    void waitsForNobodyLongerThanItsBranchesMay() throws JsonProcessingException {
        orders.returns(answer(200, ORDER)).after(Duration.ofMillis(4_900));
        payments.neverAnswers();
        shipping.neverAnswers();

        WorkflowRun run = workflow.run(INPUT);

        assertThat(run.output()).isEqualTo(json("{'outcome':'FOUND','order':" + ORDER
                + ",'missing':[{'part':'payment','why':'TIMED_OUT','error':'States.Timeout'},"
                + "{'part':'shipment','why':'TIMED_OUT','error':'States.Timeout'}]}"));
        assertThat(run.duration()).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void showsNothingOfAnOrderThatIsNotTheCallers() throws JsonProcessingException {
        orders.returns(answer(404, "{}"));
        payments.returns(answer(200, PAYMENT));
        shipping.returns(answer(200, SHIPMENT));

        assertThat(output()).isEqualTo(json("{'outcome':'NOT_FOUND'}"));
    }

    @Test
    void showsNothingWhenOrdersDoNotSayWhoseItIs() throws JsonProcessingException {
        payments.returns(answer(200, PAYMENT));
        shipping.returns(answer(200, SHIPMENT));
        orders.fails("Runtime.ExitError").thenReturns(answer(403, "{}")).neverAnswers();

        assertThat(output())
                .isEqualTo(json("{'outcome':'UNAVAILABLE','error':'Runtime.ExitError'}"));
        assertThat(output()).isEqualTo(json("{'outcome':'UNAVAILABLE','error':'HTTP 403'}"));
        assertThat(output())
                .isEqualTo(json("{'outcome':'UNAVAILABLE','error':'States.Timeout'}"));
    }

    private JsonNode output() {
        WorkflowRun run = workflow.run(INPUT);
        assertThat(run.status()).as(() -> run.error() + ": " + run.cause())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        return run.output();
    }

    private static String answer(int status, String body) {
        return JSON.createObjectNode().put("StatusCode", 200).set("Payload",
                JSON.createObjectNode().put("statusCode", status).put("body", body)).toString();
    }

    private static JsonNode json(String withApostrophes) throws JsonProcessingException {
        return JSON.readTree(withApostrophes.replace('\'', '"'));
    }
}
