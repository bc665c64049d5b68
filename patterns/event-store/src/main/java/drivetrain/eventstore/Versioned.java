package drivetrain.eventstore;

import java.time.Instant;

/**
 * A state, and where in the log it stands.
 *
 * @param <S> the state
 * @param version the version of the last event in it
 * @param changedAt when that event occurred
 * @param snapshotVersion the version of the latest snapshot that was seen, 0 for none
 */
public record Versioned<S>(S state, long version, Instant changedAt, long snapshotVersion) {}
