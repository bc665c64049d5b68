package drivetrain.shipping.http;

import io.avaje.jsonb.Json;
import java.util.List;

/** What we read of a webhook. Source: EasyPost API, "The Event object", "The Tracker object". */
@Json
record EasyPostEvent(String id, String description, Tracker result) {
    @Json
    record Tracker(@Json.Property("shipment_id") String shipmentId, String status,
            @Json.Property("updated_at") String updatedAt,
            @Json.Property("tracking_details") List<Detail> details) {}

    @Json
    record Detail(String status, String datetime) {}
}
