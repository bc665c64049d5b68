package drivetrain.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks a request before it reaches the integration, as "Request validation for REST APIs" has it:
 * required parameters must be there and not blank, and the body must fit the schema of its media
 * type, or of {@code $default}. A body of a media type without a schema isn't checked.
 *
 * @param parameters required ones; empty if parameters aren't validated
 * @param bodies schemas by media type; empty if bodies aren't validated
 */
record RequestValidator(List<Parameter> parameters, Map<String, Schema> bodies) {

    private static final int MAX_ERRORS = 10;

    RequestValidator {
        parameters = List.copyOf(parameters);
        bodies = Map.copyOf(bodies);
    }

    /** A required parameter: where it is, and its name. */
    record Parameter(Location in, String name) {
        /** Where a parameter is looked for. */
        enum Location {
            PATH, QUERY, HEADER
        }

        boolean isMissing(ApiCall call) {
            return switch (in) {
                case PATH -> !call.pathParameters().containsKey(name);
                case QUERY -> call.http().queryParameter(name).orElse("").isBlank();
                case HEADER -> call.http().header(name).orElse("").isBlank();
            };
        }
    }

    /**
     * Lets a valid request pass.
     *
     * @throws GatewayRefusal (400) for any other
     */
    void check(ApiCall call) {
        var missing = new ArrayList<String>();
        for (Parameter parameter : parameters) {
            if (parameter.isMissing(call)) {
                missing.add(parameter.name());
            }
        }
        if (!missing.isEmpty()) {
            throw GatewayRefusal.of(GatewayResponseType.BAD_REQUEST_PARAMETERS,
                    "Missing required request parameters: " + missing);
        }
        Schema schema = bodies.getOrDefault(call.http().mediaType(), bodies.get("$default"));
        if (schema != null) {
            checkBody(call.http().body(), schema);
        }
    }

    private static void checkBody(byte[] body, Schema schema) {
        List<Error> errors = errors(parsed(body), schema);
        if (!errors.isEmpty()) {
            throw GatewayRefusal.invalidBody(errors.stream().limit(MAX_ERRORS)
                    .map(RequestValidator::text).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private static List<Error> errors(JsonNode body, Schema schema) {
        try {
            return schema.validate(body);
        } catch (ArithmeticException | NumberFormatException beyondDouble) {
            throw GatewayRefusal.invalidBody("[a number is out of range]");
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode parsed = Trees.read(body);
            if (parsed.isMissingNode()) {
                throw GatewayRefusal.invalidBody("[the body is empty]");
            }
            return parsed;
        } catch (JsonProcessingException e) {
            throw GatewayRefusal.invalidBody("[the body isn't JSON]");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory doesn't fail", e);
        }
    }

    private static String text(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }
}
