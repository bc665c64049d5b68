package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order as its customer sees it.
 *
 * @param id
 *            what the shop calls it
 */
public record Order(String id, OrderRequest request, Api api, Duration patience) {
    private static final Set<String> ENDS = Set.of("FULFILLED", "DELIVERED", "REJECTED",
            "CANCELLED");

    /** The order's view, as soon as there is one. */
    public JsonNode view() {
        return Waiting.until("the view of order " + id, patience, () -> {
            Answer answer = api.get("/orders/" + id);
            return answer.status() == 404
                    ? Optional.empty()
                    : Optional.of(answer.expect(200).body());
        });
    }

    /** Its status now. */
    public String status() {
        return view().path("status").asText();
    }

    /** Whether its saga waits for an operator. */
    public boolean parked() {
        return view().path("parked").asBoolean();
    }

    /** Waits for a status; fails as soon as the order has ended in another one. */
    public Order await(String status) {
        Waiting.until("order " + id + " to be " + status, patience, () -> {
            String now = status();
            if (ENDS.contains(now) && !now.equals(status) && !leadsOn(now)) {
                throw new IllegalStateException("Order " + id + " is " + now + ", not " + status
                        + ": " + view());
            }
            return Optional.of(now).filter(status::equals);
        });
        return this;
    }

    /** A fulfilled order may still be delivered or cancelled. */
    private static boolean leadsOn(String status) {
        return status.equals("FULFILLED");
    }

    /** Waits until it has ended, one way or another. */
    public String awaitEnd() {
        return Waiting.until("order " + id + " to end", patience,
                () -> Optional.of(status()).filter(ENDS::contains));
    }

    /** Waits until its saga has failed, and everybody can see it. */
    public Order awaitParked() {
        Waiting.untilTrue("order " + id + " to be parked", patience, this::parked);
        return this;
    }

    /** Waits until nothing happens any more without an operator. */
    public void awaitEndOrParked() {
        Waiting.untilTrue("order " + id + " to end or to be parked", patience,
                () -> parked() || ENDS.contains(status()));
    }

    /** Waits for an event in its history. */
    public void awaitEvent(String type) {
        Waiting.untilTrue(type + " of order " + id, patience, () -> history().contains(type));
    }

    /** Asks for its cancellation. */
    public Answer cancel() {
        return api.post("/orders/" + id + "/cancellation");
    }

    /** The types of its events, oldest first. */
    public List<String> history() {
        return api.get("/orders/" + id + "/history").expect(200).body().path("events")
                .valueStream().map(event -> event.path("type").asText()).toList();
    }

    /** What its log says that its view, as of the view's version, must be. */
    public JsonNode foldedFromItsLog() {
        return api.get("/orders/" + id + "?version=" + view().path("version").asLong())
                .expect(200).body();
    }
}
