package drivetrain.standins.easypost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.standins.server.Answer;
import drivetrain.standins.server.Json;
import java.util.Map;

/** EasyPost's error object, on its way to the client. It carries no stack trace. */
final class EasyPostRefusal extends RuntimeException {
    private final transient Answer answer;

    private EasyPostRefusal(int status, String code, String message, Map<String, String> fields) {
        super(message, null, false, false);
        ObjectNode error = Json.object().put("code", code).put("message", message);
        ArrayNode errors = error.putArray("errors");
        fields.forEach((field, what) -> errors.addObject().put("field", field)
                .put("message", what).putNull("suggestion"));
        ObjectNode body = Json.object();
        body.set("error", error);
        this.answer = Answer.of(status, body);
    }

    Answer answer() {
        return answer;
    }

    /** The request can't be processed. */
    static EasyPostRefusal unprocessable(String code, String message) {
        return new EasyPostRefusal(422, code, message, Map.of());
    }

    /** Fields of the request are wrong; each with what is wrong with it. */
    static EasyPostRefusal invalid(String code, String message, Map<String, String> fields) {
        return new EasyPostRefusal(422, code, message, fields);
    }

    static EasyPostRefusal malformed() {
        return new EasyPostRefusal(400, "PARAMETER.INVALID", "The request body isn't valid JSON.",
                Map.of());
    }

    static EasyPostRefusal unauthorized() {
        return new EasyPostRefusal(401, "APIKEY.INACTIVE", "This api key is no longer active. "
                + "Please use a different api key or reactivate this key.", Map.of());
    }

    static EasyPostRefusal notFound() {
        return new EasyPostRefusal(404, "NOT_FOUND", "The requested resource could not be found.",
                Map.of());
    }

    /** A fault of the provider's own. */
    static EasyPostRefusal fault(int status) {
        return switch (status) {
            case 404 -> notFound();
            case 429 -> new EasyPostRefusal(status, "RATE_LIMITED", "Too many requests.", Map.of());
            case 503 -> new EasyPostRefusal(status, "SERVICE_UNAVAILABLE",
                    "The service is unavailable.", Map.of());
            default -> new EasyPostRefusal(status, "INTERNAL_SERVER_ERROR",
                    "We're sorry, something went wrong.", Map.of());
        };
    }
}
