package drivetrain.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB takes in one write, checked before it is asked, so that every store refuses the
 * same and says what is wrong. Source: "Quotas in Amazon DynamoDB": 400 KB for an item with its
 * attribute names, 100 items and 4 MB for a transaction.
 */
final class AppendLimits {
    private static final int SIGN_AND_EXPONENT_BYTES = 2;
    private static final int COLLECTION_BYTES = 3;

    private AppendLimits() {}

    /**
     * Refuses an append that no store can take.
     *
     * @throws IllegalArgumentException saying which limit it breaks
     */
    static void require(String streamId, long expectedVersion, List<NewEvent> events,
            List<Companion> companions) {
        if (expectedVersion < 0) {
            throw new IllegalArgumentException("a stream has no version " + expectedVersion);
        }
        requireCount(streamId, events.size(), companions.size());
        long bytes = companions.stream().mapToLong(companion -> bytes(companion.item())).sum();
        for (int i = 0; i < events.size(); i++) {
            bytes += requireSize(streamId, expectedVersion + 1 + i, events.get(i));
        }
        if (bytes > EventStore.MAX_APPEND_BYTES) {
            throw new IllegalArgumentException("an append to " + streamId + " has " + bytes
                    + " bytes; a transaction takes " + EventStore.MAX_APPEND_BYTES);
        }
    }

    private static void requireCount(String streamId, int events, int companions) {
        if (events == 0) {
            throw new IllegalArgumentException("an append to " + streamId + " has no event");
        }
        if (events + companions > EventStore.MAX_ITEMS) {
            throw new IllegalArgumentException("an append to " + streamId + " has " + events
                    + " events and " + companions + " companions; a transaction takes "
                    + EventStore.MAX_ITEMS + " items");
        }
    }

    private static long requireSize(String streamId, long version, NewEvent event) {
        long bytes = Stream.of(streamId, event.type(), event.correlationId(), event.data())
                .mapToLong(AppendLimits::bytes).sum();
        if (bytes > EventStore.MAX_EVENT_BYTES) {
            throw new IllegalArgumentException(event.type() + ", version " + version + " of "
                    + streamId + ", has " + bytes + " bytes; an event may have "
                    + EventStore.MAX_EVENT_BYTES + ". Keep what is large elsewhere, and its"
                    + " address in the event.");
        }
        return bytes;
    }

    private static long bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToLong(entry -> bytes(entry.getKey()) + bytes(entry.getValue())).sum();
    }

    private static long bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> value.n().length() / 2 + SIGN_AND_EXPONENT_BYTES;
            case B -> value.b().asByteArrayUnsafe().length;
            case SS -> value.ss().stream().mapToLong(AppendLimits::bytes).sum();
            case NS -> value.ns().stream().mapToLong(AppendLimits::bytes).sum();
            case BS -> value.bs().stream().mapToLong(b -> b.asByteArrayUnsafe().length).sum();
            case L -> COLLECTION_BYTES
                    + value.l().stream().mapToLong(one -> 1 + bytes(one)).sum();
            case M -> COLLECTION_BYTES + value.m().size() + bytes(value.m());
            case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 1;
        };
    }

    private static long bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
