package drivetrain.eventstore;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The state of a stream at a version: a shortcut, never the truth. It may be lost, or left behind.
 *
 * @param version the version of the last event that it holds
 * @param schemaVersion the version of the shape of {@code data}; only today's is read
 * @param changedAt when that last event occurred
 * @param data the state, as text
 */
public record Snapshot(String streamId, long version, int schemaVersion, Instant changedAt,
        String data) {
    public Snapshot {
        requireNonNull(streamId, "streamId");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(data, "data");
    }
}
