package drivetrain.outbox;

import drivetrain.kernel.DependencyUnavailable;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * A bus of Amazon EventBridge.
 *
 * <p>Source: EventBridge user guide, "Sending events with PutEvents": a call answers with one entry
 * per event, in order; an entry without an error code was taken.
 */
public final class EventBridgeBus implements EventBus {
    private final EventBridgeClient client;
    private final String busName;

    public EventBridgeBus(EventBridgeClient client, String busName) {
        this.client = client;
        this.busName = busName;
    }

    @Override
    public List<Optional<String>> put(List<OutgoingEvent> events) {
        var entries = events.stream().map(this::entry).toList();
        try {
            return client.putEvents(request -> request.entries(entries)).entries().stream()
                    .map(EventBridgeBus::error).toList();
        } catch (SdkException fault) {
            throw new DependencyUnavailable("the bus " + busName + " took no events", fault);
        }
    }

    private PutEventsRequestEntry entry(OutgoingEvent event) {
        return PutEventsRequestEntry.builder().eventBusName(busName).source(event.source())
                .detailType(event.detailType()).detail(event.detail()).build();
    }

    private static Optional<String> error(PutEventsResultEntry entry) {
        return Optional.ofNullable(entry.errorCode())
                .map(code -> code + ": " + entry.errorMessage());
    }
}
