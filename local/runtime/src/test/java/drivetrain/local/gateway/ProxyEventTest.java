package drivetrain.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The event has the members, and the types of members, that API Gateway's documentation records:
 * "Input format of a Lambda function for proxy integration" and Lambda's sample
 * {@code apigateway-aws-proxy} event.
 */
class ProxyEventTest {
    @Test
    void hasTheShapeThatAwsDocuments() throws IOException {
        try (GatewayFixture api = GatewayFixture.start()) {
            JsonNode event = api.post("/orders?a=1", "{\"lines\":[{\"sku\":\"A\",\"quantity\":1}]}",
                    "Authorization", "Bearer alice", "Idempotency-Key", "k1", "User-Agent", "t")
                    .json();

            assertThat(shape(event)).containsExactlyInAnyOrderEntriesOf(shape(recorded()));
        }
    }

    @Test
    void hasNullInsteadOfWhatIsEmpty() {
        try (GatewayFixture api = GatewayFixture.start()) {
            JsonNode event = api.get("/orders/latest").json();

            assertThat(event.at("/queryStringParameters").isNull()).isTrue();
            assertThat(event.at("/multiValueQueryStringParameters").isNull()).isTrue();
            assertThat(event.at("/pathParameters").isNull()).isTrue();
            assertThat(event.at("/body").isNull()).isTrue();
            assertThat(event.at("/requestContext/authorizer").isMissingNode()).isTrue();
            assertThat(event.at("/isBase64Encoded").isBoolean()).isTrue();
        }
    }

    @Test
    void keepsTheTextOfTheBody() {
        try (GatewayFixture api = GatewayFixture.start()) {
            JsonNode event = api.post("/files/a", "Grüße \"€\"\n").json();

            assertThat(event.at("/body").asText()).isEqualTo("Grüße \"€\"\n");
        }
    }

    private static JsonNode recorded() throws IOException {
        try (InputStream json = ProxyEventTest.class
                .getResourceAsStream("/gateway/proxy-event-shape.json")) {
            return GatewayFixture.JSON.readTree(json);
        }
    }

    /** Each member's pointer and type, but for the names that the client chooses. */
    private static Map<String, String> shape(JsonNode node) {
        var shape = new TreeMap<String, String>();
        addShape("", node, shape);
        return shape;
    }

    private static void addShape(String pointer, JsonNode node, Map<String, String> shape) {
        boolean openEnded = pointer.matches(
                "/(headers|multiValueHeaders|(multiValueQ|q)ueryStringParameters|"
                        + "pathParameters|stageVariables|requestContext/authorizer)");
        if (node.isObject() && !openEnded) {
            node.properties().forEach(member -> addShape(pointer + "/" + member.getKey(),
                    member.getValue(), shape));
        } else if (openEnded && node.isObject()) {
            node.forEach(value -> shape.put(pointer + "/*", value.getNodeType().name()));
        } else {
            shape.put(pointer, node.getNodeType().name());
        }
    }
}
