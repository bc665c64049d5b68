package drivetrain.lambda;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of API Gateway's proxy event that functions use.
 *
 * <p>Source: API Gateway developer guide, "Set up Lambda proxy integrations", input format.
 */
@Json
record ProxyEvent(String httpMethod, String path, String resource,
        Map<String, String> pathParameters, Map<String, String> queryStringParameters,
        Map<String, String> headers, String body, boolean isBase64Encoded,
        Map<String, String> stageVariables, RequestContext requestContext) {
    private static final int MAX_BODY_CHARACTERS = 32_000;
    private static final String ALLOWED_ORIGIN = "allowedOrigin";

    @Json
    record RequestContext(String requestId, Authorizer authorizer) {}

    @Json
    record Authorizer(String customerId, String scopes) {}

    ApiRequest toRequest() {
        var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(orEmpty(headers));
        return new ApiRequest(httpMethod, path, orEmpty(pathParameters),
                orEmpty(queryStringParameters), byName, text(), caller(),
                requestContext.requestId(), correlationId(byName.get("X-Correlation-Id")));
    }

    /** Whether the body is one that a function reads. */
    boolean isOfBearableSize() {
        return body == null || body.length() <= MAX_BODY_CHARACTERS;
    }

    /** Whose pages may read the answer: the stage's variable {@code allowedOrigin}. */
    Optional<String> allowedOrigin() {
        return Optional.ofNullable(orEmpty(stageVariables).get(ALLOWED_ORIGIN));
    }

    private String text() {
        if (body == null) {
            return "";
        }
        return isBase64Encoded
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private Optional<Caller> caller() {
        var authorizer = requestContext.authorizer();
        if (authorizer == null || authorizer.customerId() == null) {
            return Optional.empty();
        }
        var scopes = authorizer.scopes() == null ? "" : authorizer.scopes();
        return Optional.of(new Caller(new CustomerId(authorizer.customerId()),
                Set.of(scopes.strip().split("\\s+"))));
    }

    private CorrelationId correlationId(String sent) {
        try {
            return new CorrelationId(sent);
        } catch (IllegalArgumentException absentOrMalformed) {
            return new CorrelationId(requestContext.requestId());
        }
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
