package drivetrain.eventstore;

/**
 * Brings events of one type from one schema version to the next, when they are read. The log itself
 * never changes.
 */
public interface Upcaster {

    /** The type of the events that it takes. */
    String type();

    /** The schema version that it takes; it answers the next one. */
    int fromSchemaVersion();

    /**
     * The same event in the next shape; its type may have a new name.
     *
     * @see StoredEvent#reshaped(String, int, String)
     */
    StoredEvent upcast(StoredEvent event);
}
