package drivetrain.local.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.ApiResource.Throttling;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "|openapi|'3.1.0'|/openapi",
            "|security|[{Token: []}]|/security",
            "|x-amazon-apigateway-policy|{}|/x-amazon-apigateway-policy",
            "/paths/~1orders/post|security|[{Nobody: []}]|/paths/~1orders/post/security",
            "/paths/~1orders/post|security|[{Token: []}, {Whole: []}]|/post/security",
            "/paths/~1orders/post|x-amazon-apigateway-auth|{}|"
                    + "/paths/~1orders/post/x-amazon-apigateway-auth",
            "/paths/~1orders/post|x-amazon-apigateway-request-validator|other|"
                    + "/paths/~1orders/post/x-amazon-apigateway-request-validator",
            "/paths/~1orders|trace|{}|/paths/~1orders/trace",
            "/paths/~1orders/post/x-amazon-apigateway-integration|type|http|"
                    + "/paths/~1orders/post/x-amazon-apigateway-integration/type",
            "/paths/~1orders/post/x-amazon-apigateway-integration|uri|arn:aws:other|"
                    + "/paths/~1orders/post/x-amazon-apigateway-integration/uri",
            "/paths/~1orders/post/x-amazon-apigateway-integration|timeoutInMillis|30000|"
                    + "/paths/~1orders/post/x-amazon-apigateway-integration/timeoutInMillis",
            "/paths/~1orders/post/x-amazon-apigateway-integration|cacheNamespace|x|"
                    + "/paths/~1orders/post/x-amazon-apigateway-integration/cacheNamespace",
            "/paths/~1orders/options/x-amazon-apigateway-integration/requestTemplates|"
                    + "application/json|'#set($a = 1)'|"
                    + "/requestTemplates/application~1json",
            "/components/securitySchemes/Token|type|oauth2|/components/securitySchemes/Token",
            "/x-amazon-apigateway-gateway-responses/DEFAULT_4XX/responseTemplates|text/plain|"
                    + "$util.escapeJavaScript($context.error.message)|"
                    + "/DEFAULT_4XX/responseTemplates/text~1plain",
            "/x-amazon-apigateway-gateway-responses|TEAPOT|{}|"
                    + "/x-amazon-apigateway-gateway-responses/TEAPOT"})
    void refusesWhatItDoesNotSupportWithItsPlace(String parent, String member, String value,
            String place) throws IOException {
        ObjectNode definition = GatewayFixture.openApi();
        JsonNode yaml = GatewayFixture.JSON
                .valueToTree(new org.yaml.snakeyaml.Yaml().<Object>load(value));
        ((ObjectNode) definition.at(parent == null ? "" : parent)).set(member, yaml);

        assertRefused(definition, Map.of()).hasMessageContaining("template.yaml:7")
                .hasMessageContaining(place);
    }

    @Test
    void tellsAllProblemsAtOnce() {
        ObjectNode definition = GatewayFixture.openApi();
        definition.put("openapi", "2.0");
        definition.putArray("security");

        assertRefused(definition, Map.of()).hasMessageContaining("at /openapi")
                .hasMessageContaining("at /security");
    }

    @Test
    void refusesSiblingParametersWithDifferentNames() {
        ObjectNode definition = GatewayFixture.openApi();
        ObjectNode paths = (ObjectNode) definition.path("paths");
        paths.set("/orders/{id}/lines", paths.path("/orders/{orderId}"));

        assertRefused(definition, Map.of())
                .hasMessageContaining("A sibling ({orderId}) of this resource");
    }

    @Test
    void refusesReferencesToNothing() {
        ObjectNode definition = GatewayFixture.openApi();
        ((ObjectNode) definition.at("/components/schemas")).remove("Line");

        assertRefused(definition, Map.of()).hasMessageContaining("/requestBody/content");
    }

    @Test
    void refusesThrottlingOfARouteThatIsNotThere() {
        assertRefused(GatewayFixture.openApi(), Map.of("GET /nowhere", Throttling.DEFAULT))
                .hasMessageContaining("GET /nowhere");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            ObjectNode definition, Map<String, Throttling> throttling) {
        try (GatewayFixture functions = GatewayFixture.start()) {
            return assertThatThrownBy(() -> GatewayServer.start(
                    GatewayFixture.api(definition, throttling, List.of()),
                    GatewayServer.Options.onPort(0, "eu-central-1", "000000000000"), functions))
                    .isInstanceOf(ApiDefinitionException.class);
        }
    }
}
