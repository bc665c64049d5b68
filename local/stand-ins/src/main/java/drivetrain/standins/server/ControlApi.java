package drivetrain.standins.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The {@code /control} calls that every stand-in answers; the module's README lists them. They work
 * whatever the fault.
 */
final class ControlApi {
    private static final Duration DEFAULT_HOLD = Duration.ofSeconds(30);

    private final Provider provider;
    private final FaultSwitch faults;

    ControlApi(Provider provider, FaultSwitch faults) {
        this.provider = provider;
        this.faults = faults;
    }

    Answer answer(Call call) {
        List<String> path = call.path().subList(1, call.path().size());
        try {
            return switch (call.method() + " /" + String.join("/", path)) {
                case "GET /" -> Answer.of(200, state());
                case "PUT /fault" -> setFault(body(call));
                case "DELETE /fault" -> heal();
                case "GET /ledger" -> Answer.of(200, provider.ledger());
                case "PUT /webhook" -> setWebhook(body(call));
                default -> provider.control(call).orElseGet(() -> refusal(404,
                        "There is no such control call; see the README of the stand-ins"));
            };
        } catch (IllegalArgumentException e) {
            return refusal(400, e.getMessage());
        }
    }

    private ObjectNode state() {
        ObjectNode state = Json.object().put("provider", provider.name());
        state.put("fault", faults.standing().getClass().getSimpleName());
        state.set("calls", Json.tree(faults.calls()));
        return state;
    }

    private Answer setFault(ObjectNode body) {
        Fault fault = fault(body);
        String operation = body.path("operation").asText("");
        if (body.has("calls")) {
            faults.next(body.path("calls").asInt(), operation, fault);
        } else if (operation.isEmpty()) {
            faults.set(fault);
        } else {
            faults.set(operation, fault);
        }
        return Answer.of(200, state());
    }

    private Answer heal() {
        faults.heal();
        return Answer.of(200, state());
    }

    private Answer setWebhook(ObjectNode body) {
        provider.webhooks().sendTo(URI.create(text(body, "url")), text(body, "secret"));
        return Answer.of(200, state());
    }

    private static Fault fault(JsonNode body) {
        String mode = text(body, "mode");
        return switch (mode) {
            case "HEALTHY" -> Fault.HEALTHY;
            case "SLOW" -> new Fault.Slow(millis(body, "delayMillis", Duration.ofSeconds(1)));
            case "FAILING" -> new Fault.Failing(body.path("rate").asDouble(1),
                    body.path("status").asInt(503));
            case "DOWN" -> new Fault.Down();
            case "TIMEOUT_AFTER_EFFECT" -> new Fault.TimeoutAfterEffect(
                    millis(body, "holdMillis", DEFAULT_HOLD));
            default -> throw new IllegalArgumentException("There is no mode " + mode);
        };
    }

    private static Duration millis(JsonNode body, String name, Duration otherwise) {
        return Duration.ofMillis(body.path(name).asLong(otherwise.toMillis()));
    }

    private static ObjectNode body(Call call) {
        return Json.readObject(call.body())
                .orElseThrow(() -> new IllegalArgumentException("The body isn't a JSON object"));
    }

    private static String text(JsonNode body, String name) {
        if (!body.path(name).isTextual()) {
            throw new IllegalArgumentException("The text " + name + " is missing");
        }
        return body.path(name).textValue();
    }

    private static Answer refusal(int status, String message) {
        return Answer.of(status, Json.object().put("message", message));
    }
}
