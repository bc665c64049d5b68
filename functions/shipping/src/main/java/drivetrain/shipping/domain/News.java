package drivetrain.shipping.domain;

import drivetrain.kernel.Cause;
import java.time.Instant;
import java.util.Optional;

/**
 * What the carrier tells of a parcel, of its own accord. It may come late, twice, or in another
 * order than it happened, so it only ever moves a shipment forward.
 */
public sealed interface News {
    /**
     * The next state on the way to what this news says; empty when it says nothing new. It may
     * take more than one.
     *
     * @param label the label of the parcel
     */
    Optional<Shipment> change(Shipment shipment, Label label, Cause cause);

    /** The carrier has the parcel. */
    record Moving() implements News {
        @Override
        public Optional<Shipment> change(Shipment shipment, Label label, Cause cause) {
            return switch (shipment) {
                case Buying bought when bought.shipmentId().equals(label.shipmentId()) ->
                    Optional.of(bought.booked(label, cause));
                case Booked booked when booked.label().equals(label) ->
                    Optional.of(booked.dispatched(cause));
                case Cancelling late -> Optional.of(late.dispatched(label, cause));
                case Requested _,Tombstone _ -> Optional.empty();
            };
        }
    }

    /** The customer has the parcel. */
    record Arrived(Instant at) implements News {
        @Override
        public Optional<Shipment> change(Shipment shipment, Label label, Cause cause) {
            return switch (shipment) {
                case Booked booked when booked.label().equals(label) ->
                    Optional.of(booked.delivered(at, cause));
                case Dispatched moving when moving.label().equals(label) ->
                    Optional.of(moving.delivered(at, cause));
                case Buying _,Cancelling _ -> new Moving().change(shipment, label, cause);
                case Requested _,Tombstone _ -> Optional.empty();
            };
        }
    }
}
