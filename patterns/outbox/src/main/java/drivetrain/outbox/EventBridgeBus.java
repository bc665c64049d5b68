package drivetrain.outbox;

import drivetrain.kernel.DependencyUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * A bus of Amazon EventBridge.
 *
 * <p>Source: EventBridge user guide, "Sending events with PutEvents": a call answers with one entry
 * per event, in order; an entry without an error code was taken.
 */
public final class EventBridgeBus implements EventBus {
    private static final String INVALID = "ValidationException";

    private final EventBridgeClient client;
    private final String busName;

    public EventBridgeBus(EventBridgeClient client, String busName) {
        this.client = client;
        this.busName = busName;
    }

    @Override
    public List<Optional<Refusal>> put(List<OutgoingEvent> events) {
        try {
            var entries = events.stream().map(this::entry).toList();
            return client.putEvents(request -> request.entries(entries)).entries().stream()
                    .map(EventBridgeBus::refusal).toList();
        } catch (EventBridgeException refused) {
            if (!INVALID.equals(code(refused))) {
                throw unavailable(refused);
            }
            return events.size() > 1 ? putHalves(events) : List.of(Optional.of(invalid(refused)));
        } catch (SdkException fault) {
            throw unavailable(fault);
        }
    }

    /** One entry that EventBridge can't read takes its whole call along: finds out which it is. */
    private List<Optional<Refusal>> putHalves(List<OutgoingEvent> events) {
        int middle = events.size() / 2;
        return Stream.of(events.subList(0, middle), events.subList(middle, events.size()))
                .flatMap(half -> put(half).stream()).toList();
    }

    private DependencyUnavailable unavailable(SdkException fault) {
        return new DependencyUnavailable("the bus " + busName + " took no events", fault);
    }

    private static Refusal invalid(EventBridgeException refused) {
        return new Refusal("InvalidArgument", refused.awsErrorDetails().errorMessage());
    }

    private static String code(EventBridgeException fault) {
        return fault.awsErrorDetails() == null ? "" : fault.awsErrorDetails().errorCode();
    }

    private PutEventsRequestEntry entry(OutgoingEvent event) {
        return PutEventsRequestEntry.builder().eventBusName(busName).source(event.source())
                .detailType(event.detailType()).detail(event.detail()).build();
    }

    private static Optional<Refusal> refusal(PutEventsResultEntry entry) {
        return Optional.ofNullable(entry.errorCode())
                .map(code -> new Refusal(code, entry.errorMessage()));
    }
}
