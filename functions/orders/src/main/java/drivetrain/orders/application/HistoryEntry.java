package drivetrain.orders.application;

import drivetrain.kernel.CustomerId;
import java.time.Instant;

/**
 * An event as an order's history shows it.
 *
 * @param type the event's name
 * @param customerId whose order it is
 * @param data what of the event may be shown, as JSON
 */
public record HistoryEntry(long version, String type, Instant occurredAt, CustomerId customerId,
        String data) {}
