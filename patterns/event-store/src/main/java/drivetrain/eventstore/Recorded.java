package drivetrain.eventstore;

import java.time.Instant;

/**
 * A domain event with its place in the log.
 *
 * @param <E> the domain's events
 */
public record Recorded<E>(long version, Instant occurredAt, String correlationId, E event) {}
