package drivetrain.outbox;

import static java.util.Objects.requireNonNull;

import drivetrain.lambda.EventDetail;
import drivetrain.lambda.EventMetadata;
import java.nio.charset.StandardCharsets;

/**
 * An event on its way to the bus.
 *
 * @param source who publishes it: {@code drivetrain.orders}
 * @param detailType what happened: {@code OrderPlaced}
 * @param detail the detail's JSON, as text
 */
public record OutgoingEvent(String source, String detailType, String detail) {
    public OutgoingEvent {
        requireNonNull(source, "source");
        requireNonNull(detailType, "detailType");
        requireNonNull(detail, "detail");
    }

    /**
     * An event of the project's shape.
     *
     * @param metadata its {@code eventId} must be the same however often the change is published
     * @param data the event's own JSON object
     */
    public static OutgoingEvent of(String source, String detailType, EventMetadata metadata,
            String data) {
        return new OutgoingEvent(source, detailType, new EventDetail(metadata, data).toJson());
    }

    /**
     * The bytes that count towards the limit of a request.
     *
     * <p>Source: EventBridge user guide, "Calculating PutEvents event entry size".
     */
    int sizeBytes() {
        return utf8(source) + utf8(detailType) + utf8(detail);
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
