package drivetrain.notifications.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an event says. Which of it is there depends on the event.
 *
 * @param amount the order's total, or what was paid or refunded
 * @param reason a code such as {@code OUT_OF_STOCK}
 */
public record Facts(OrderId orderId, Optional<Money> amount, Optional<String> reason,
        Optional<String> carrier, Optional<String> trackingCode, Optional<Instant> deliveredAt) {
    public Facts {
        requireNonNull(orderId, "orderId");
    }

    Money requireAmount() {
        return require("amount", amount);
    }

    /** In words: {@code out of stock}. */
    String requireReason() {
        return require("reason", reason).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    String requireCarrier() {
        return require("carrier", carrier);
    }

    String requireTrackingCode() {
        return require("trackingCode", trackingCode);
    }

    Instant requireDeliveredAt() {
        return require("deliveredAt", deliveredAt);
    }

    private <T> T require(String name, Optional<T> fact) {
        return fact.orElseThrow(
                () -> new IllegalArgumentException("an event of order " + orderId + " lacks "
                        + name));
    }
}
