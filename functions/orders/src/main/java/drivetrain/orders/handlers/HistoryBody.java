package drivetrain.orders.handlers;

import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.RawJson;
import drivetrain.orders.application.GetOrderHistory.Page;
import drivetrain.orders.application.HistoryEntry;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.List;

/** What has happened to an order, oldest first; without a cursor it is the last page. */
@Json
record HistoryBody(List<Entry> events, String nextCursor) {
    static final JsonType<HistoryBody> TYPE = JsonTypes.strict(HistoryBody.class);

    @Json
    record Entry(long version, String type, Instant occurredAt, @Json.Raw String data) {
        static Entry of(HistoryEntry entry) {
            return new Entry(entry.version(), entry.type(), entry.occurredAt(),
                    RawJson.ascii(entry.data()));
        }
    }

    static HistoryBody of(Page page) {
        return new HistoryBody(page.events().stream().map(Entry::of).toList(),
                page.next().map(String::valueOf).orElse(null));
    }
}
