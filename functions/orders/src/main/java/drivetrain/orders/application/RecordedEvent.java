package drivetrain.orders.application;

import drivetrain.orders.domain.OrderEvent;
import java.time.Instant;

/** An event with its place in the log. */
public record RecordedEvent(long version, Instant occurredAt, OrderEvent event) {}
