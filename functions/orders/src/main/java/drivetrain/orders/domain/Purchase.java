package drivetrain.orders.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.List;

/**
 * What was bought, by whom, and where it goes: what never changes in the life of an order.
 *
 * @param total the prices of all lines together
 * @param paymentMethod the payment provider's name of it, such as {@code pm_card_visa}
 */
public record Purchase(OrderId orderId, CustomerId customerId, List<OrderLine> lines, Money total,
        Address shipTo, String paymentMethod, Instant placedAt) {
    public Purchase {
        requireNonNull(orderId, "orderId");
        requireNonNull(customerId, "customerId");
        requireNonNull(total, "total");
        requireNonNull(shipTo, "shipTo");
        requireNonNull(paymentMethod, "paymentMethod");
        requireNonNull(placedAt, "placedAt");
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order has a line");
        }
    }
}
