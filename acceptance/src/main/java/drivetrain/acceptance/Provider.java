package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * The control calls of a provider's stand-in: what it holds, and what makes it misbehave.
 *
 * @param url
 *            the stand-in's base URL
 */
public record Provider(URI url) {
    /** The next calls of an operation have no effect and are answered with this status. */
    public void failNext(int calls, String operation, int status) {
        set(fault("FAILING").put("status", status).put("operation", operation).put("calls",
                calls));
    }

    /** The next calls of an operation are answered so much later. */
    public void slowDown(int calls, String operation, Duration delay) {
        set(fault("SLOW").put("delayMillis", delay.toMillis()).put("operation", operation)
                .put("calls", calls));
    }

    /** The next calls of an operation take effect, but their answers never come. */
    public void timeOutAfterEffect(int calls, String operation, Duration hold) {
        set(fault("TIMEOUT_AFTER_EFFECT").put("holdMillis", hold.toMillis())
                .put("operation", operation).put("calls", calls));
    }

    /** Connections are cut until it is {@link #heal healed}. */
    public void goDown() {
        set(fault("DOWN"));
    }

    /** A share of all calls fails without effect until it is healed. */
    public void failSometimes(double rate, int status) {
        set(fault("FAILING").put("rate", rate).put("status", status));
    }

    /** Works again, and forgets what it was told about next calls. */
    public void heal() {
        Http.send(Http.request(control("fault")).DELETE().build()).expect(200);
    }

    /** What it holds for an order; a missing node if it never heard of it. */
    public JsonNode ledger(String orderId) {
        return ledger().path(orderId);
    }

    /** What it holds, by order. */
    public JsonNode ledger() {
        return Http.send(Http.request(control("ledger")).GET().build()).expect(200).body();
    }

    /** How many calls of an operation have arrived. */
    public long calls(String operation) {
        return Http.send(Http.request(URI.create(url + "/control")).GET().build()).expect(200)
                .body().path("calls").path(operation).asLong();
    }

    /** EasyPost moves an order's parcel, and tells the shop: {@code in_transit, delivered}. */
    public Answer moveParcel(String orderId, String status) {
        return Http.post(control("parcels/" + orderId), "application/json",
                Http.JSON.createObjectNode().put("status", status).toString());
    }

    private static ObjectNode fault(String mode) {
        return Http.JSON.createObjectNode().put("mode", mode);
    }

    private void set(ObjectNode fault) {
        Http.send(Http.request(control("fault"))
                .PUT(BodyPublishers.ofString(fault.toString())).build()).expect(200);
    }

    private URI control(String path) {
        return URI.create(url + "/control/" + path);
    }
}
