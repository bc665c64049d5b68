package drivetrain.orders;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.orders.domain.Address;
import drivetrain.orders.domain.Fulfilment;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.domain.OrderLine;
import drivetrain.orders.domain.PricedProduct;
import drivetrain.orders.domain.Purchase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order, and what belongs to it, for tests. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
    public static final OrderId ORDER = new OrderId("01890a5d-ac96-774b-bcce-b302099a8057");
    public static final CustomerId ADA = new CustomerId("ada");
    public static final CustomerId BOB = new CustomerId("bob");
    public static final Sku SERVO = new Sku("SRV-2040-485");
    public static final Sku GEARBOX = new Sku("GBX-60-10");
    public static final Money SERVO_PRICE = new Money(12_900, "EUR");
    public static final Address LONDON = new Address("Ada Lovelace", "12 St James Square",
            Optional.empty(), "London", "SW1Y 4JH", "GB", Optional.empty(),
            Optional.of("ada@example.com"));
    public static final Fulfilment SHIPMENT = new Fulfilment("shp-1", "TRACK-1", "Blue Line");

    private Samples() {}

    /** A servo as the catalog tells of it. */
    public static PricedProduct servo(long version) {
        return new PricedProduct(SERVO, "Servo 2040", 450, SERVO_PRICE, true, version);
    }

    /** Two servos, for Ada. */
    public static OrderPlaced placed(OrderId orderId) {
        return new OrderPlaced(orderId, ADA,
                List.of(new OrderLine(SERVO, "Servo 2040", 2, SERVO_PRICE, 450)),
                SERVO_PRICE.times(2), LONDON, "pm_card_visa");
    }

    /** The purchase of {@link #placed}. */
    public static Purchase purchase() {
        return placed(ORDER).start(NOW).purchase();
    }
}
