package drivetrain.eventstore;

/**
 * Between a state and the text that a snapshot holds.
 *
 * @param <S> the state
 */
public interface SnapshotCodec<S> {

    /** The shape that is written and understood; snapshots of another are passed over. */
    int schemaVersion();

    String encode(S state);

    S decode(String data);
}
