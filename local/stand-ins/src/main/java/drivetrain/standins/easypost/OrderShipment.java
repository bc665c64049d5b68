package drivetrain.standins.easypost;

import java.util.List;
import java.util.Optional;

/**
 * What the carrier holds for one order, summed over all its shipments.
 *
 * @param reference the order's id
 * @param quoted how many shipments were created, bought or not
 * @param labels how many labels were bought: more than one is a double shipment
 * @param refunded how many of them were given back
 * @param cents what the labels cost that weren't given back, in cents of a euro
 * @param trackingCodes of the labels that weren't given back
 * @param statuses where their parcels are, in the same order
 */
public record OrderShipment(String reference, int quoted, int labels, int refunded, long cents,
        List<String> trackingCodes, List<String> statuses) {

    public OrderShipment {
        trackingCodes = List.copyOf(trackingCodes);
        statuses = List.copyOf(statuses);
    }

    /** Parcels that are on their way, or will be. */
    public int active() {
        return labels - refunded;
    }

    static OrderShipment of(String reference, List<Shipment> shipments) {
        List<Shipment> bought = shipments.stream().filter(one -> one.label().isPresent()).toList();
        List<Shipment.Label> active = bought.stream().filter(one -> !one.refunded())
                .map(Shipment::label).flatMap(Optional::stream).toList();
        return new OrderShipment(reference, shipments.size(), bought.size(),
                bought.size() - active.size(),
                active.stream().mapToLong(label -> label.rate().cents()).sum(),
                active.stream().map(Shipment.Label::trackingCode).toList(),
                active.stream().map(label -> label.parcel().wireName()).toList());
    }
}
