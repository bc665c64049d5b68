package drivetrain.orders.handlers;

import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.RawJson;
import drivetrain.orders.application.HistoryEntry;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.List;

/** All that has happened to an order, oldest first. */
@Json
record HistoryBody(List<Entry> events) {
    static final JsonType<HistoryBody> TYPE = JsonTypes.strict(HistoryBody.class);

    @Json
    record Entry(long version, String type, Instant occurredAt, @Json.Raw String data) {
        static Entry of(HistoryEntry entry) {
            return new Entry(entry.version(), entry.type(), entry.occurredAt(),
                    RawJson.ascii(entry.data()));
        }
    }

    static HistoryBody of(List<HistoryEntry> history) {
        return new HistoryBody(history.stream().map(Entry::of).toList());
    }
}
