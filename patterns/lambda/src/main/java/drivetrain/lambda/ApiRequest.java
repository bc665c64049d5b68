package drivetrain.lambda;

import drivetrain.kernel.CorrelationId;
import io.avaje.jsonb.JsonType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One HTTP request, as API Gateway's REST proxy integration passes it on.
 *
 * @param method the HTTP method, in upper case
 * @param path the path as the client sent it
 * @param pathParameters decoded values of the route's parameters
 * @param queryParameters decoded; the last value where one is repeated
 * @param headers by name in any case; the last value where one is repeated
 * @param body empty when there is none
 * @param caller empty on routes without an authorizer
 * @param requestId API Gateway's id of this request
 * @param correlationId the client's {@code X-Correlation-Id} where it is well-formed, else the
 *     request id
 */
public record ApiRequest(String method, String path, Map<String, String> pathParameters,
        Map<String, String> queryParameters, Map<String, String> headers, String body,
        Optional<Caller> caller, String requestId, CorrelationId correlationId) {

    /**
     * The caller of a route that has an authorizer.
     *
     * @throws BadRequest (401) when the route was reached without one; (403) when the token allows
     *     nothing of this API, such as one that its issuer made for another
     */
    public Caller requireCaller() {
        var found = caller.orElseThrow(() -> new BadRequest(Problem.unauthenticated()));
        if (!found.hasAnyScope()) {
            throw new BadRequest(Problem.forbidden());
        }
        return found;
    }

    /**
     * The caller of a route for staff.
     *
     * @throws BadRequest (401, 403) for anybody else
     */
    public Caller requireStaff() {
        var found = requireCaller();
        if (!found.isStaff()) {
            throw new BadRequest(Problem.forbidden());
        }
        return found;
    }

    /**
     * A parameter of the path, as an id of its own type.
     *
     * @throws BadRequest (404) when it can't be such an id: then there is no such thing
     */
    public <T> T path(String name, Function<String, T> type) {
        try {
            return type.apply(pathParameters.get(name));
        } catch (IllegalArgumentException notAnId) {
            throw new BadRequest(Problem.notFound(null));
        }
    }

    /**
     * An optional parameter of the query.
     *
     * @throws BadRequest (400) when the type refuses it
     */
    public <T> Optional<T> query(String name, Function<String, T> type) {
        return Optional.ofNullable(queryParameters.get(name)).map(text -> {
            try {
                return type.apply(text);
            } catch (NumberFormatException notANumber) {
                throw new BadRequest(
                        Problem.badRequest("Query parameter '" + name + "' must be a number."));
            } catch (IllegalArgumentException malformed) {
                throw new BadRequest(Problem.badRequest(
                        "Query parameter '" + name + "' is malformed: " + malformed.getMessage()));
            }
        });
    }

    /**
     * A whole number of the query, within bounds.
     *
     * @throws BadRequest (400) when it is no number, or out of bounds
     */
    public int query(String name, int least, int most, int otherwise) {
        return query(name, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("must be " + least + " to " + most);
            }
            return number;
        }).orElse(otherwise);
    }

    /** A header, by its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The body, read as a wire record. API Gateway checks only bodies of the types that the API
     * declares, and passes all others on unchecked; so the type is checked here.
     *
     * @throws BadRequest (415) when it is said to be something else than JSON; (400) when it isn't
     *     JSON of that shape, or the record refuses it
     */
    public <T> T body(JsonType<T> type) {
        header("Content-Type").filter(sent -> !isJson(sent)).ifPresent(_ -> {
            throw new BadRequest(Problem.unsupportedMediaType());
        });
        if (body.isBlank()) {
            throw new BadRequest(Problem.badRequest("A JSON body is needed."));
        }
        T decoded;
        try {
            decoded = type.fromJson(body);
        } catch (RuntimeException malformed) {
            throw new BadRequest(
                    Problem.badRequest("The body isn't JSON of the documented shape."));
        }
        if (decoded == null) {
            throw new BadRequest(Problem.badRequest("The body must be a JSON object."));
        }
        return decoded;
    }

    private static boolean isJson(String contentType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
