package drivetrain.shipping.application;

import static drivetrain.shipping.Lifecycle.PARCEL;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.Lifecycle;
import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.Parcel;
import drivetrain.shipping.domain.Shipment;
import drivetrain.shipping.domain.ShipmentId;
import drivetrain.testing.TestClock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One order, its use cases, and a way to meddle before and after every call that they make. */
final class World {
    static final OrderId ORDER = new OrderId("order-1");
    static final CorrelationId FLOW = new CorrelationId("flow-1");

    /** What a crash of the function looks like from inside. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Called before and after each call of a port; may throw a {@link Crash}, or do more. */
    interface Meddler {
        void at(String port, boolean before);
    }

    final InMemoryShipments table = new InMemoryShipments();
    final FakeCarrier carrier = new FakeCarrier();
    final BookShipment book;
    final CancelShipment cancel;
    Meddler meddler = (_, _) -> {};
    private final TestClock clock = new TestClock(Lifecycle.AT);

    World() {
        cancel = new CancelShipment(meddledTable(), meddledCarrier(), clock);
        book = new BookShipment(meddledTable(), meddledCarrier(), cancel, clock);
    }

    BookShipment.Outcome book() {
        return book(PARCEL);
    }

    BookShipment.Outcome book(Parcel parcel) {
        return book.book(ORDER, parcel, FLOW);
    }

    CancelShipment.Outcome cancel() {
        return cancel.cancel(ORDER, FLOW);
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    Optional<Shipment> standing() {
        return table.find(ORDER);
    }

    private <T> T meddled(String port, Supplier<T> call) {
        meddler.at(port, true);
        var answer = call.get();
        meddler.at(port, false);
        return answer;
    }

    private Shipments meddledTable() {
        return new Shipments() {
            @Override
            public Optional<Shipment> find(OrderId orderId) {
                return meddled("find", () -> table.find(orderId));
            }

            @Override
            public Shipment put(Shipment next) {
                return meddled("put", () -> table.put(next));
            }
        };
    }

    private Carrier meddledCarrier() {
        return new Carrier() {
            @Override
            public Answer offer(OrderId orderId, Address to, long massGrams) {
                return meddled("offer", () -> carrier.offer(orderId, to, massGrams));
            }

            @Override
            public Answer quote(Address to, long massGrams) {
                return meddled("quote", () -> carrier.quote(to, massGrams));
            }

            @Override
            public Optional<Answer.Offer> offered(OrderId orderId) {
                return meddled("offered", () -> carrier.offered(orderId));
            }

            @Override
            public Purchased buy(ShipmentId shipmentId, String rateId) {
                return meddled("buy", () -> carrier.buy(shipmentId, rateId));
            }

            @Override
            public Whereabouts whereabouts(ShipmentId shipmentId) {
                return meddled("whereabouts", () -> carrier.whereabouts(shipmentId));
            }

            @Override
            public Refund refund(ShipmentId shipmentId) {
                return meddled("refund", () -> carrier.refund(shipmentId));
            }
        };
    }
}
