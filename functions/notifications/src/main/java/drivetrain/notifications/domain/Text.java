package drivetrain.notifications.domain;

/**
 * What a customer reads.
 *
 * @param subject one line
 * @param body plain text
 */
public record Text(String subject, String body) {

    /**
     * Says what happened.
     *
     * @throws IllegalArgumentException when the event lacks a fact that the text needs
     */
    public static Text about(NewsType type, Facts facts) {
        return new Text(subject(type) + " (order " + facts.orderId() + ")", body(type, facts));
    }

    private static String subject(NewsType type) {
        return switch (type) {
            case ORDER_PLACED -> "We have your order";
            case ORDER_CONFIRMED -> "Your order is confirmed";
            case ORDER_REJECTED -> "We can't carry out your order";
            case CANCELLATION_REQUESTED -> "We are cancelling your order";
            case CANCELLATION_DECLINED -> "Your order can't be cancelled any more";
            case ORDER_CANCELLED -> "Your order is cancelled";
            case ORDER_FULFILLED -> "Your order is packed";
            case ORDER_DELIVERED -> "Your order is complete";
            case PAYMENT_AUTHORIZED -> "Your payment is authorized";
            case PAYMENT_DECLINED -> "Your payment was declined";
            case PAYMENT_CAPTURED -> "Thank you for your payment";
            case PAYMENT_VOIDED -> "You won't be charged";
            case PAYMENT_REFUNDED -> "Your money is on its way back";
            case SHIPMENT_BOOKED -> "Your parcel is booked";
            case SHIPMENT_DISPATCHED -> "Your parcel is on its way";
            case SHIPMENT_DELIVERED -> "Your parcel has arrived";
            case SHIPMENT_CANCELLED -> "Your parcel is cancelled";
        };
    }

    private static String body(NewsType type, Facts facts) {
        return switch (type) {
            case ORDER_PLACED -> "It comes to %s. We check stock and payment now."
                    .formatted(facts.requireAmount());
            case ORDER_CONFIRMED -> "Everything is in stock and reserved for you.";
            case ORDER_REJECTED -> "The reason is: %s. You were not charged."
                    .formatted(facts.requireReason());
            case CANCELLATION_REQUESTED -> "You will hear from us when it is done.";
            case CANCELLATION_DECLINED, PAYMENT_DECLINED -> "The reason is: %s."
                    .formatted(facts.requireReason());
            case ORDER_CANCELLED -> "Nothing more will be sent or charged.";
            case ORDER_FULFILLED -> "You can follow it with the code %s."
                    .formatted(facts.requireTrackingCode());
            case ORDER_DELIVERED, SHIPMENT_DELIVERED -> "It was delivered at %s."
                    .formatted(facts.requireDeliveredAt());
            case PAYMENT_AUTHORIZED -> "Your bank has set %s aside; we take it when we ship."
                    .formatted(facts.requireAmount());
            case PAYMENT_CAPTURED -> "We have received %s.".formatted(facts.requireAmount());
            case PAYMENT_VOIDED -> "What your bank had set aside is free again.";
            case PAYMENT_REFUNDED -> "We have sent %s back; your bank may take some days."
                    .formatted(facts.requireAmount());
            case SHIPMENT_BOOKED -> "%s will carry it, with the tracking code %s."
                    .formatted(facts.requireCarrier(), facts.requireTrackingCode());
            case SHIPMENT_DISPATCHED -> "%s has it, with the tracking code %s."
                    .formatted(facts.requireCarrier(), facts.requireTrackingCode());
            case SHIPMENT_CANCELLED -> "It won't be sent.";
        };
    }
}
