package drivetrain.shipping.application;

import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Rate;
import drivetrain.shipping.domain.ShipmentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A carrier that keeps books: every offer is a shipment of its own, as with the real one. */
public final class FakeCarrier implements Carrier {
    public static final String NOWHERE = "Nowhere";

    enum State {
        OFFERED, BOUGHT, GIVEN_BACK, MOVING
    }

    private final Map<ShipmentId, State> books = new HashMap<>();
    private int timesAsked;
    private boolean isDown;
    private final Map<OrderId, ShipmentId> newest = new HashMap<>();
    private final Map<ShipmentId, OrderId> orders = new HashMap<>();

    @Override
    public Answer offer(OrderId orderId, Address to, long massGrams) {
        if (to.city().equals(NOWHERE)) {
            return new Answer.Impossible("ADDRESS.VERIFY.FAILURE");
        }
        var id = new ShipmentId("shp_" + (books.size() + 1));
        books.put(id, State.OFFERED);
        newest.put(orderId, id);
        orders.put(id, orderId);
        return rates(id);
    }

    @Override
    public Answer quote(Address to, long massGrams) {
        timesAsked++;
        if (isDown) {
            throw new DependencyUnavailable("the carrier answered create with 503");
        }
        return to.city().equals(NOWHERE)
                ? new Answer.Impossible("ADDRESS.VERIFY.FAILURE")
                : rates(new ShipmentId("shp_quote"));
    }

    private static Answer.Offer rates(ShipmentId id) {
        return new Answer.Offer(id, List.of(rate("rate_dear", 1_990, 1), rate("rate_slow", 590, 5),
                rate("rate_cheap", 590, 3)));
    }

    private static Rate rate(String id, long cents, int days) {
        return new Rate(id, "DHL", id, new Money(cents, "EUR"), Optional.of(days));
    }

    @Override
    public Optional<Answer.Offer> offered(OrderId orderId) {
        return Optional.ofNullable(newest.get(orderId)).map(FakeCarrier::rates);
    }

    @Override
    public Purchased buy(ShipmentId shipmentId, String rateId) {
        if (!rateId.equals("rate_cheap")) {
            return new Purchased.Refused("SHIPMENT.POSTAGE.FAILURE");
        }
        books.computeIfPresent(shipmentId,
                (_, now) -> now == State.OFFERED ? State.BOUGHT : now);
        return new Purchased.Bought(label(shipmentId));
    }

    @Override
    public Whereabouts whereabouts(ShipmentId shipmentId) {
        return switch (books.get(shipmentId)) {
            case OFFERED -> new Whereabouts.NotBought();
            case BOUGHT, MOVING -> bought(shipmentId, false);
            case GIVEN_BACK -> bought(shipmentId, true);
        };
    }

    private Whereabouts bought(ShipmentId shipmentId, boolean refunded) {
        return new Whereabouts.Bought(label(shipmentId),
                Optional.ofNullable(orders.get(shipmentId)), refunded);
    }

    @Override
    public Refund refund(ShipmentId shipmentId) {
        return switch (books.get(shipmentId)) {
            case OFFERED -> throw new CarrierRefused("nothing was bought");
            case BOUGHT, GIVEN_BACK -> {
                books.put(shipmentId, State.GIVEN_BACK);
                yield Refund.REFUNDED;
            }
            case MOVING -> Refund.DISPATCHED;
        };
    }

    /** From now on, it fails what it is asked for quotes. */
    public void goDown() {
        isDown = true;
    }

    /** It answers again. */
    public void heal() {
        isDown = false;
    }

    /** How often it was asked for quotes. */
    public int timesAsked() {
        return timesAsked;
    }

    /** Picks the parcel up. */
    void move(ShipmentId shipmentId) {
        books.put(shipmentId, State.MOVING);
    }

    static Label label(ShipmentId shipmentId) {
        return new Label(shipmentId, "DHL", "EZ" + shipmentId.value());
    }

    /** How many labels there are in a state. */
    long labels(State state) {
        return books.values().stream().filter(state::equals).count();
    }
}
