package drivetrain.payments.application;

import drivetrain.kernel.OrderId;
import drivetrain.payments.domain.News;

/** A message that claims to come from the provider, as far as it is understood. */
public sealed interface Notice {
    /** Not signed by the provider, not of today, or not readable. */
    record Forged() implements Notice {}

    /** The provider's, but nothing that payments follow. */
    record Irrelevant() implements Notice {}

    /**
     * The provider's news of one order.
     *
     * @param eventId the same each time the provider sends this message
     */
    record Told(String eventId, OrderId orderId, News news) implements Notice {}
}
