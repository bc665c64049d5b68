package drivetrain.local.template;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.template.ApiResource.Throttling;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Joins events of type {@code Api} with the APIs. An API that has a definition keeps it: the event
 * only grants a permission, so the definition must have the route. Otherwise the definition is
 * made from the events, as SAM does.
 */
final class ApiRoutes {
    static final String IMPLICIT_API = "ServerlessRestApi";
    private static final String ANY = "x-amazon-apigateway-any-method";

    private ApiRoutes() {}

    static void apply(Reading reading) {
        boolean implicit = reading.routes().stream().anyMatch(route -> route.apiId().isEmpty());
        if (implicit) {
            ApiRoute first = reading.routes().stream().filter(route -> route.apiId().isEmpty())
                    .findFirst().orElseThrow();
            reading.apis()
                    .add(new ApiResource(first.source(), IMPLICIT_API,
                            reading.names().apiId(IMPLICIT_API), "Prod",
                            JsonNodeFactory.instance.objectNode(), Throttling.DEFAULT, Map.of(),
                            Map.of(), List.of()));
        }
        Set<String> made = new HashSet<>();
        reading.apis().stream().filter(api -> api.definition().isEmpty()).forEach(api -> {
            made.add(api.id());
            api.definition().put("openapi", "3.0.1").putObject("paths");
        });
        reading.routes().forEach(route -> apply(route, reading, made));
    }

    private static void apply(ApiRoute route, Reading reading, Set<String> made) {
        String id = route.apiId().isEmpty() ? reading.names().apiId(IMPLICIT_API) : route.apiId();
        reading.apis().stream().filter(api -> api.id().equals(id)).findFirst().ifPresentOrElse(
                api -> apply(route, api, reading, made),
                () -> reading.problems().add(route.source(),
                        "the event's RestApiId isn't an API of the template"));
    }

    private static void apply(ApiRoute route, ApiResource api, Reading reading,
            Set<String> made) {
        String method = route.method().toLowerCase(Locale.ROOT).replace("any", ANY);
        if (made.contains(api.id())) {
            integrate(api.definition().withObject("/paths").withObjectProperty(route.path())
                    .withObjectProperty(method), route, reading);
        } else if (api.definition().path("paths").path(route.path()).path(method).isMissingNode()) {
            reading.problems().add(route.source(), "the API's definition has no "
                    + route.method().toUpperCase(Locale.ROOT) + " " + route.path());
        }
    }

    private static void integrate(ObjectNode operation, ApiRoute route, Reading reading) {
        operation.putObject("x-amazon-apigateway-integration").put("type", "aws_proxy")
                .put("httpMethod", "POST").put("uri",
                        "arn:aws:apigateway:" + reading.options().region()
                                + ":lambda:path/2015-03-31/functions/" + route.functionArn()
                                + "/invocations");
        operation.putObject("responses");
    }
}
