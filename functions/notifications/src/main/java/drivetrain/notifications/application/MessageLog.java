package drivetrain.notifications.application;

import drivetrain.notifications.domain.Message;

/** What customers were told. A mailer would read it from there. */
public interface MessageLog {
    /**
     * Records a message, once for each event of an order.
     *
     * @return whether it was recorded now; false when it had been before
     * @throws drivetrain.kernel.StorageUnavailable when the storage can't answer for now; adding
     *     again is safe
     */
    boolean add(Message message);
}
