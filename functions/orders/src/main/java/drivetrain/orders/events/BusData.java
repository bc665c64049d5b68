package drivetrain.orders.events;

import drivetrain.kernel.Money;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;

/**
 * The data of each event as others see it, schema version 1: no address, no payment method. See
 * {@code events/schemas}.
 */
final class BusData {
    private BusData() {}

    @Json
    record Placed(String orderId, String customerId, List<LineJson> lines, Money total) {}

    @Json
    record Confirmed(String orderId, String customerId) {}

    @Json
    record Rejected(String orderId, String customerId, String reason) {}

    @Json
    record Requested(String orderId, String customerId, boolean afterPivot) {}

    @Json
    record Declined(String orderId, String customerId, String reason) {}

    @Json
    record Cancelled(String orderId, String customerId) {}

    @Json
    record Fulfilled(String orderId, String customerId, String trackingCode) {}

    @Json
    record Delivered(String orderId, String customerId, Instant deliveredAt) {}
}
