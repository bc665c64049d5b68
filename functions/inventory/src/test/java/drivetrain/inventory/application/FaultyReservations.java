package drivetrain.inventory.application;

import drivetrain.inventory.domain.Change;
import drivetrain.inventory.domain.Reservation;
import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reservations over others, with writes that a test meddles with. */
final class FaultyReservations implements ReservationStore {
    private final ReservationStore others;
    private final BiFunction<Change, Supplier<Applied>, Applied> meddling;

    /**
     * Meddles with each write.
     *
     * @param meddling gets the change and the write itself, to make or not to make
     */
    FaultyReservations(ReservationStore others,
            BiFunction<Change, Supplier<Applied>, Applied> meddling) {
        this.others = others;
        this.meddling = meddling;
    }

    @Override
    public Optional<Reservation> find(OrderId orderId) {
        return others.find(orderId);
    }

    @Override
    public Applied apply(Change change, Stamp stamp) {
        return meddling.apply(change, () -> others.apply(change, stamp));
    }

    @Override
    public List<OrderId> dueAt(Instant now, int limit) {
        return others.dueAt(now, limit);
    }
}
