package drivetrain.outbox;

import drivetrain.kernel.TransientFault;
import java.util.List;
import java.util.Optional;

/** Where events are published. */
public interface EventBus {

    /** The most entries of one call. */
    int MAX_ENTRIES = 10;

    /** The most bytes of one call, all its entries together. */
    int MAX_BYTES = 1024 * 1024;

    /**
     * Publishes some events in one call.
     *
     * @param events at least one, within the limits
     * @return for each event, in the same order: nothing if the bus took it, else why it didn't
     * @throws TransientFault if the call as a whole failed; then any of them may have been taken
     */
    List<Optional<Refusal>> put(List<OutgoingEvent> events);
}
