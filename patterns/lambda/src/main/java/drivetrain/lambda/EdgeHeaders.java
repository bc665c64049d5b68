package drivetrain.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every answer tells browsers and caches. API Gateway sends a proxy integration's headers as
 * they are and adds none, so each function must; for its own answers, API Gateway has them from the
 * OpenAPI definition.
 *
 * <p>Source: OWASP REST Security Cheat Sheet, "Security Headers"; the Fetch standard, "CORS
 * protocol".
 */
final class EdgeHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");
    private static final String READABLE = "ETag,Location,Retry-After,X-Correlation-Id,"
            + "x-amzn-RequestId";

    private EdgeHeaders() {}

    /** The answer with these headers; one that it has already stays as it is. */
    static ApiResponse on(ApiResponse response, Optional<String> allowedOrigin) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(ALWAYS);
        allowedOrigin.ifPresent(origin -> {
            headers.put("Access-Control-Allow-Origin", origin);
            headers.put("Access-Control-Expose-Headers", READABLE);
        });
        headers.putAll(response.headers());
        return new ApiResponse(response.status(), headers, response.body());
    }
}
