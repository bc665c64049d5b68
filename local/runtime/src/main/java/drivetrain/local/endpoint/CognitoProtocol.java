package drivetrain.local.endpoint;

import drivetrain.local.identity.TokenDesk;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The token endpoint of a user pool's domain ("The token issuer endpoint" of the Amazon Cognito
 * Developer Guide), at a path that stays the same however often the issuer moves.
 */
final class CognitoProtocol {
    static final String TOKEN = "/oauth2/token";
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final String JSON = "application/json";

    private final TokenDesk tokens;

    CognitoProtocol(TokenDesk tokens) {
        this.tokens = tokens;
    }

    HttpAnswer answer(HttpCall call) {
        if (!call.method().equals("POST")) {
            return new HttpAnswer(METHOD_NOT_ALLOWED, JSON, Map.of("Allow", "POST"),
                    "{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.UTF_8));
        }
        TokenDesk.Answer answer = tokens.answer(new String(call.body(), StandardCharsets.UTF_8),
                call.find("Authorization"));
        return new HttpAnswer(answer.status(), JSON, Map.of("Cache-Control", "no-store"),
                answer.json().getBytes(StandardCharsets.UTF_8));
    }
}
