package drivetrain.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every snapshot store promises; run against the fake and against DynamoDB Local. */
abstract class SnapshotStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private final String stream = UUID.randomUUID().toString();

    abstract SnapshotStore store();

    @Test
    void hasNoneAtFirst() {
        assertThat(store().latest(stream)).isEmpty();
    }

    @Test
    void keepsTheLatestVersion() {
        store().save(snapshot(10, 1, "ten"));
        store().save(snapshot(20, 1, "twenty"));
        store().save(snapshot(15, 1, "fifteen, late"));
        store().save(snapshot(20, 1, "twenty, again"));

        assertThat(store().latest(stream)).contains(snapshot(20, 1, "twenty"));
    }

    @Test
    void replacesAnOlderShape() {
        store().save(snapshot(20, 1, "old shape"));
        store().save(snapshot(15, 2, "new shape"));

        assertThat(store().latest(stream)).contains(snapshot(15, 2, "new shape"));
    }

    private Snapshot snapshot(long version, int schemaVersion, String data) {
        return new Snapshot(stream, version, schemaVersion, NOW, data);
    }
}
