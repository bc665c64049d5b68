package drivetrain.lambda;

import io.avaje.jsonb.Json;
import java.util.Map;

/** What API Gateway's proxy integration wants back. */
@Json
record ProxyResponse(int statusCode, Map<String, String> headers, String body) {
    static ProxyResponse of(ApiResponse response) {
        return new ProxyResponse(response.status(), response.headers(), response.body());
    }
}
