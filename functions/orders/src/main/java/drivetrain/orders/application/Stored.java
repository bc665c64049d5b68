package drivetrain.orders.application;

import drivetrain.orders.domain.Order;
import java.time.Instant;

/**
 * An order as the log has it.
 *
 * @param version the version of its last event
 * @param changedAt when that event occurred
 * @param snapshotVersion the store's own note, to be handed back when something is appended
 */
public record Stored(Order order, long version, Instant changedAt, long snapshotVersion) {}
