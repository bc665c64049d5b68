package drivetrain.standins.easypost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Shipment: quoted, perhaps bought, perhaps refunded. A label is bought at most once and refunded
 * at most once, and never refunded once the carrier has scanned the parcel.
 *
 * @param reference the order's id, or empty
 * @param request what the client sent: addresses, parcel and options
 * @param rates what may be bought
 * @param label what was bought
 */
record Shipment(String id, String reference, ObjectNode request, List<Rate> rates,
        Optional<Label> label, RefundStatus refundStatus, Instant created, Instant updated) {

    Shipment {
        rates = List.copyOf(rates);
    }

    /** A price for which this shipment can be sent. */
    record Rate(String id, Carrier carrier, long cents, int days) {}

    /** A label that was bought, and where its parcel is. */
    record Label(Rate rate, String trackerId, String trackingCode, ParcelStatus parcel) {}

    /** Where a refund stands; NONE is null on the wire. */
    enum RefundStatus {
        NONE, SUBMITTED, REJECTED
    }

    /** Where a parcel is, in the only order in which it moves. */
    enum ParcelStatus {
        PRE_TRANSIT, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Optional<Rate> rate(String rateId) {
        return rates.stream().filter(rate -> rate.id().equals(rateId)).findFirst();
    }

    boolean refunded() {
        return refundStatus == RefundStatus.SUBMITTED;
    }

    /** After buying a label. */
    Shipment bought(Label newLabel, Instant now) {
        return new Shipment(id, reference, request, rates, Optional.of(newLabel), refundStatus,
                created, now);
    }

    /** After asking for a refund of the label. */
    Shipment refund(Instant now) {
        boolean scanned = label.orElseThrow().parcel() != ParcelStatus.PRE_TRANSIT;
        RefundStatus status = scanned ? RefundStatus.REJECTED : RefundStatus.SUBMITTED;
        return new Shipment(id, reference, request, rates, label, status, created, now);
    }

    /** After the parcel has moved. */
    Shipment moved(ParcelStatus parcel, Instant now) {
        Label old = label.orElseThrow();
        return bought(new Label(old.rate(), old.trackerId(), old.trackingCode(), parcel), now);
    }
}
