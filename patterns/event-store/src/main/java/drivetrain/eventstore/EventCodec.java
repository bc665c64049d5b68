package drivetrain.eventstore;

/**
 * Between the events of a domain and the text that the log holds.
 *
 * @param <E> the domain's events
 */
public interface EventCodec<E> {

    /** The name that the event is stored under. */
    String type(E event);

    /** The schema version that {@link #encode} writes for this event. */
    int schemaVersion(E event);

    String encode(E event);

    /**
     * Reads an event in its newest shape.
     *
     * @throws IllegalArgumentException if the type or schema version isn't known
     */
    E decode(StoredEvent event);
}
