package drivetrain.standins.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.standins.server.Answer;
import drivetrain.standins.server.Json;

/** Stripe's error object, on its way to the client. It carries no stack trace. */
final class StripeRefusal extends RuntimeException {
    private static final String INVALID_REQUEST = "invalid_request_error";

    private final transient Answer answer;
    private final boolean kept;

    private StripeRefusal(int status, ObjectNode error, boolean kept) {
        super(error.path("message").asText(), null, false, false);
        ObjectNode body = Json.object();
        body.set("error", error);
        this.answer = Answer.of(status, body);
        this.kept = kept;
    }

    Answer answer() {
        return answer;
    }

    /** Whether a request with the same idempotency key gets this answer again. */
    boolean kept() {
        return kept;
    }

    /** A parameter was wrong: nothing was started, and nothing is kept under the key. */
    static StripeRefusal parameter(String code, String parameter, String message) {
        ObjectNode error = error(INVALID_REQUEST, code, message).put("param", parameter);
        return new StripeRefusal(400, error, false);
    }

    /** The object isn't there. */
    static StripeRefusal missing(int status, String parameter, String message) {
        ObjectNode error = error(INVALID_REQUEST, "resource_missing", message);
        return new StripeRefusal(status, error.put("param", parameter), false);
    }

    /** The intent's status doesn't allow it. */
    static StripeRefusal unexpectedState(Intent intent, String message) {
        ObjectNode error = error(INVALID_REQUEST, "payment_intent_unexpected_state", message);
        error.set("payment_intent", StripeObjects.intent(intent));
        return new StripeRefusal(400, error, true);
    }

    /** A refusal that depends on what happened before. */
    static StripeRefusal refused(String code, String parameter, String message) {
        ObjectNode error = error(INVALID_REQUEST, code, message).put("param", parameter);
        return new StripeRefusal(400, error, true);
    }

    /** The issuer declined. */
    static StripeRefusal card(Intent intent, TestCard.Declines declines) {
        ObjectNode error = StripeObjects.cardError(declines, intent.charge());
        error.set("payment_intent", StripeObjects.intent(intent));
        return new StripeRefusal(402, error, true);
    }

    /** No key, or a wrong one. */
    static StripeRefusal unauthorized(String message) {
        ObjectNode error = Json.object().put("message", message).put("type", INVALID_REQUEST);
        return new StripeRefusal(401, error, false);
    }

    /** The key was used before with other parameters. */
    static StripeRefusal keyReused(String key) {
        ObjectNode error = Json.object().put("type", "idempotency_error").put("message",
                "Keys for idempotent requests can only be used with the same parameters they were "
                        + "first used with. Try using a key other than '" + key
                        + "' if you meant to execute a different request.");
        return new StripeRefusal(400, error, false);
    }

    /** A request with the same key is still being answered. */
    static StripeRefusal keyInUse() {
        return new StripeRefusal(409, error("idempotency_error", "idempotency_key_in_use",
                "There is currently another in-progress request using this Idempotent Key."),
                false);
    }

    /** There is no such path. */
    static StripeRefusal unrecognized(String method, String path) {
        ObjectNode error = Json.object().put("type", INVALID_REQUEST).put("message",
                "Unrecognized request URL (" + method + ": " + path + ").");
        return new StripeRefusal(404, error, false);
    }

    /** A fault of the provider's own. */
    static StripeRefusal fault(int status) {
        if (status == 429) {
            return new StripeRefusal(status, error(INVALID_REQUEST, "rate_limit",
                    "Request rate limit exceeded."), false);
        }
        ObjectNode error = Json.object().put("type", "api_error").put("message",
                "An unknown error occurred");
        return new StripeRefusal(status, error, false);
    }

    private static ObjectNode error(String type, String code, String message) {
        return Json.object().put("code", code).put("message", message).put("type", type);
    }
}
