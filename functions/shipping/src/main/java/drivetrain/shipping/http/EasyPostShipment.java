package drivetrain.shipping.http;

import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.application.Carrier;
import drivetrain.shipping.domain.Label;
import drivetrain.shipping.domain.Rate;
import drivetrain.shipping.domain.ShipmentId;
import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What we read of a shipment. Source: EasyPost API, "The Shipment object", "The Rate object". */
@Json
record EasyPostShipment(String id, String reference, List<Offered> rates,
        @Json.Property("selected_rate") Offered selectedRate,
        @Json.Property("tracking_code") String trackingCode,
        @Json.Property("refund_status") String refundStatus, Tracker tracker) {
    /** Not applicable: billed when it is scanned, and so not at all. */
    private static final Set<String> GIVEN_BACK = Set.of("submitted", "refunded",
            "not_applicable");
    private static final Set<String> STILL_HERE = Set.of("unknown", "pre_transit", "cancelled",
            "error", "failure");

    @Json
    record Offered(String id, String carrier, String service, String rate, String currency,
            @Json.Property("delivery_days") Integer deliveryDays) {
        Rate toRate() {
            return new Rate(id, carrier, service, price(), Optional.ofNullable(deliveryDays));
        }

        private Money price() {
            int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            var minorUnits = new BigDecimal(rate).movePointRight(decimals).longValueExact();
            return new Money(minorUnits, currency);
        }
    }

    @Json
    record Tracker(String status) {}

    Carrier.Answer.Offer offer() {
        var offered = rates == null ? List.<Offered>of() : rates;
        return new Carrier.Answer.Offer(new ShipmentId(id),
                offered.stream().map(Offered::toRate).toList());
    }

    /** The label; empty when none was bought. */
    Optional<Label> label() {
        return selectedRate == null || trackingCode == null
                ? Optional.empty()
                : Optional.of(new Label(new ShipmentId(id), selectedRate.carrier(), trackingCode));
    }

    Carrier.Whereabouts whereabouts() {
        return label().<Carrier.Whereabouts>map(
                label -> new Carrier.Whereabouts.Bought(label, orderId(), isGivenBack()))
                .orElseGet(Carrier.Whereabouts.NotBought::new);
    }

    boolean isGivenBack() {
        return refundStatus != null && GIVEN_BACK.contains(refundStatus);
    }

    boolean isOnItsWay() {
        return tracker != null && tracker.status() != null
                && !STILL_HERE.contains(tracker.status());
    }

    private Optional<OrderId> orderId() {
        try {
            return Optional.of(new OrderId(reference));
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }
}
