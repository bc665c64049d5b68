package drivetrain.shipping;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.Booked;
import drivetrain.shipping.domain.Booking;
import drivetrain.shipping.domain.Buying;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Parcel;
import drivetrain.shipping.domain.Shipment;
import drivetrain.shipping.domain.ShipmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A shipment in each of its states, for tests. */
public record Lifecycle(OrderId orderId) {
    public static final ShipmentId ID = new ShipmentId("shp_1");
    public static final Label LABEL = new Label(ID, "DHL", "EZ1");
    public static final Instant AT = Instant.parse("2026-11-21T10:15:30.120Z");
    public static final Cause CAUSE = new Cause(new CorrelationId("flow-1"), AT);
    public static final Parcel PARCEL = new Parcel(new CustomerId("ann"), address("Köln"), 1_200);

    /** How many there are of {@link #all}. */
    public static final int STATES = 13;

    /** An address in a city. */
    public static Address address(String city) {
        return new Address("Ann", "Ring 1", Optional.of("2nd floor"), city, "50667", "DE",
                Optional.empty(), Optional.of("ann@example.com"));
    }

    public Booking booking() {
        return Shipment.begin(orderId, PARCEL, CAUSE);
    }

    public Buying buying() {
        return booking().buying(ID, "rate_1", CAUSE);
    }

    public Booked booked() {
        return buying().booked(LABEL, CAUSE);
    }

    /** Every state, by every way there is to it. */
    public List<Shipment> all() {
        return List.of(Shipment.bar(orderId, CAUSE), booking(), buying(), buying().again(CAUSE),
                booked(), booked().dispatched(CAUSE), booked().delivered(AT, CAUSE),
                booked().dispatched(CAUSE).delivered(AT, CAUSE), booking().cancel(CAUSE),
                buying().cancel(CAUSE), booked().cancel(CAUSE),
                buying().cancel(CAUSE).cancelled(CAUSE), booked().cancel(CAUSE).cancelled(CAUSE));
    }
}
