package drivetrain.orders.stepfunctions;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.Money;
import drivetrain.orders.domain.Address;
import drivetrain.orders.domain.OrderLine;
import drivetrain.orders.domain.Purchase;
import io.avaje.jsonb.Json;
import java.util.List;

/** What the checkout works on; at most 20 lines, so far below the 256 KiB of an execution. */
@Json
record CheckoutInput(String orderId, String customerId, String correlationId, Money total,
        List<Line> lines, String paymentMethod, ShipTo shipTo) {

    @Json
    record Line(String sku, int quantity, long massGrams) {
        static Line of(OrderLine line) {
            return new Line(line.sku().value(), line.quantity(), line.massGrams());
        }
    }

    @Json
    record ShipTo(String name, String street1, String street2, String city, String postalCode,
            String country, String phone, String email) {
        static ShipTo of(Address address) {
            return new ShipTo(address.name(), address.street1(), address.street2().orElse(null),
                    address.city(), address.postalCode(), address.country(),
                    address.phone().orElse(null), address.email().orElse(null));
        }
    }

    static CheckoutInput of(Purchase purchase, CorrelationId correlationId) {
        return new CheckoutInput(purchase.orderId().value(), purchase.customerId().value(),
                correlationId.value(), purchase.total(),
                purchase.lines().stream().map(Line::of).toList(), purchase.paymentMethod(),
                ShipTo.of(purchase.shipTo()));
    }
}
