package drivetrain.shipping.application;

import static drivetrain.shipping.application.World.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.shipping.Lifecycle;
import drivetrain.shipping.application.FakeCarrier.State;
import drivetrain.shipping.domain.News;
import drivetrain.shipping.domain.Parcel;
import drivetrain.shipping.domain.ShipmentId;
import drivetrain.shipping.domain.Shipment;
import drivetrain.shipping.domain.ShipmentStatus;
import drivetrain.shipping.domain.Tombstone;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShipmentStoryTest {
    private static final ShipmentId ID = new ShipmentId("shp_1");
    private static final BookShipment.Outcome DONE = new BookShipment.Outcome.Done(
            FakeCarrier.label(ID));
    private static final BookShipment.Outcome OFF = new BookShipment.Outcome.CalledOff();

    private final World world = new World();

    @Test
    void buysOneLabelAtTheCheapestAndFastestRate() {
        assertThat(world.book()).isEqualTo(DONE);
        assertThat(world.book()).isEqualTo(DONE);

        assertThat(world.carrier.labels(State.BOUGHT)).isEqualTo(1);
    }

    @Test
    void parksAnOrderThatNobodyCarries() {
        var nowhere = new Parcel(new CustomerId("ann"), Lifecycle.address(FakeCarrier.NOWHERE), 7);

        assertThatThrownBy(() -> world.book(nowhere)).isInstanceOf(ShipmentNotBookable.class)
                .hasMessageContaining("ADDRESS.VERIFY.FAILURE").hasMessageNotContaining("Ring");
        assertThat(world.cancel()).isEqualTo(CancelShipment.Outcome.CANCELLED);
    }

    @Test
    void leavesATombstoneWhenItIsCalledOffBeforeItBegan() {
        assertThat(world.cancel()).isEqualTo(CancelShipment.Outcome.NOTHING_BOOKED);
        assertThat(world.cancel()).isEqualTo(CancelShipment.Outcome.NOTHING_BOOKED);
        assertThat(world.standing()).get().isInstanceOf(Tombstone.class);

        assertThat(world.book()).isEqualTo(OFF);
        assertThat(world.carrier.labels(State.BOUGHT)).isZero();
    }

    @Test
    void givesTheLabelBack() {
        world.book();

        assertThat(world.cancel()).isEqualTo(CancelShipment.Outcome.CANCELLED);
        assertThat(world.cancel()).isEqualTo(CancelShipment.Outcome.CANCELLED);
        assertThat(world.book()).isEqualTo(OFF);
        assertThat(world.carrier.labels(State.GIVEN_BACK)).isEqualTo(1);
    }

    @Test
    void cannotCallAMovingParcelBack() {
        world.book();
        world.carrier.move(ID);

        assertThat(world.cancel()).isEqualTo(CancelShipment.Outcome.ALREADY_DISPATCHED);
        assertThat(world.cancel()).isEqualTo(CancelShipment.Outcome.ALREADY_DISPATCHED);
        assertThat(world.book()).isEqualTo(DONE);
    }

    @Test
    void waitsWhileALabelMayBeInTheMiddleOfBeingBought() {
        crashBeforeBuying();

        assertThatThrownBy(world::cancel).isInstanceOf(DependencyUnavailable.class);
        world.pass(CancelShipment.LONGEST_PURCHASE.minusMillis(1));
        assertThatThrownBy(world::cancel).isInstanceOf(DependencyUnavailable.class);
        world.pass(Duration.ofMillis(1));
        assertThat(world.cancel()).isEqualTo(CancelShipment.Outcome.CANCELLED);
    }

    @Test
    void givesBackALabelThatTurnsUpAfterAll() {
        crashBeforeBuying();
        world.pass(CancelShipment.LONGEST_PURCHASE);
        world.cancel();
        world.carrier.buy(ID, "rate_cheap");

        assertThat(world.book()).isEqualTo(OFF);
        assertThat(world.carrier.labels(State.GIVEN_BACK)).isEqualTo(1);
        assertThat(world.book()).isEqualTo(OFF);
    }

    private void crashBeforeBuying() {
        world.meddler = (port, before) -> {
            if (port.equals("buy") && before) {
                throw new World.Crash();
            }
        };
        assertThatThrownBy(world::book).isInstanceOf(World.Crash.class);
    }

    @Test
    void followsTheParcelInAnyOrderOfMessages() {
        world.book();

        hear("1", new News.Moving());
        assertThat(status()).isEqualTo(ShipmentStatus.DISPATCHED);
        hear("2", new News.Arrived(Lifecycle.AT));
        hear("3", new News.Moving());
        assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(world.standing().orElseThrow().version()).isEqualTo(5);
    }

    @Test
    void learnsOfAPurchaseFromTheParcelThatItLetGo() {
        world.meddler = (port, before) -> {
            if (port.equals("buy") && !before) {
                throw new World.Crash();
            }
        };
        assertThatThrownBy(world::book).isInstanceOf(World.Crash.class);
        assertThat(status()).isEqualTo(ShipmentStatus.BUYING);

        hear("1", new News.Arrived(Lifecycle.AT));

        assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
    }

    @Test
    void hearsAMessageOnceAndForgeriesNever() {
        world.book();
        hear("1", new News.Moving());
        var before = world.standing();

        hear("1", new News.Arrived(Lifecycle.AT));
        assertThat(receiver(new Notice.Forged()).receive("", ""))
                .isEqualTo(new ReceiveShippingWebhook.Outcome.Forged());
        assertThat(receiver(new Notice.Irrelevant()).receive("", ""))
                .isEqualTo(new ReceiveShippingWebhook.Outcome.Heard(Optional.empty()));

        assertThat(world.standing()).isEqualTo(before);
    }

    @Test
    void hearsTheRestOfAMessageThatCrashedHalfway() {
        world.meddler = (port, before) -> {
            if (port.equals("buy") && !before) {
                throw new World.Crash();
            }
        };
        assertThatThrownBy(world::book).isInstanceOf(World.Crash.class);
        var twoSteps = new Notice.Told("1", ID, new News.Moving());
        var crashing = new ReceiveShippingWebhook((_, _) -> twoSteps, world.table,
                new Messages() {
                    @Override
                    public Optional<Shipment> put(Shipment next, String eventId) {
                        throw new World.Crash();
                    }

                    @Override
                    public boolean knows(String eventId) {
                        return world.table.knows(eventId);
                    }
                }, world.carrier, Clock.systemUTC());
        assertThatThrownBy(() -> crashing.receive("", "")).isInstanceOf(World.Crash.class);
        assertThat(status()).isEqualTo(ShipmentStatus.BOOKED);

        hear("1", new News.Moving());

        assertThat(status()).isEqualTo(ShipmentStatus.DISPATCHED);
    }

    private ShipmentStatus status() {
        return ShipmentStatus.of(world.table.find(ORDER).orElseThrow());
    }

    private void hear(String eventId, News news) {
        receiver(new Notice.Told(eventId, ID, news)).receive("", "");
    }

    private ReceiveShippingWebhook receiver(Notice notice) {
        return new ReceiveShippingWebhook((_, _) -> notice, world.table, world.table, world.carrier,
                Clock.systemUTC());
    }
}
