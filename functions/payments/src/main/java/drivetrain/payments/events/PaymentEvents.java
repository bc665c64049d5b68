package drivetrain.payments.events;

import drivetrain.kernel.Money;
import drivetrain.lambda.EventMetadata;
import drivetrain.lambda.JsonTypes;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.payments.domain.Authorized;
import drivetrain.payments.domain.Authorizing;
import drivetrain.payments.domain.Captured;
import drivetrain.payments.domain.Declined;
import drivetrain.payments.domain.Lapsed;
import drivetrain.payments.domain.Payment;
import drivetrain.payments.domain.Refunded;
import drivetrain.payments.domain.Reversing;
import drivetrain.payments.domain.Tombstone;
import drivetrain.payments.domain.Voided;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.List;

/** Which event a new state of a payment means. Being under way means none. */
public final class PaymentEvents {
    private static final String SOURCE = "drivetrain.payments";
    private static final JsonType<AmountData> AMOUNT = JsonTypes.strict(AmountData.class);
    private static final JsonType<ReasonData> REASON = JsonTypes.strict(ReasonData.class);
    private static final JsonType<OrderData> ORDER = JsonTypes.strict(OrderData.class);

    @Json
    record AmountData(String orderId, Money amount) {}

    @Json
    record ReasonData(String orderId, String reason) {}

    @Json
    record OrderData(String orderId) {}

    private PaymentEvents() {}

    /** The events of a state; the same, with the same ids, each time. */
    public static List<OutgoingEvent> of(Payment payment) {
        var orderId = payment.orderId().value();
        return switch (payment) {
            case Authorized held ->
                event(held, "PaymentAuthorized", amount(orderId, held.terms().amount()));
            case Captured taken ->
                event(taken, "PaymentCaptured", amount(orderId, taken.terms().amount()));
            case Refunded refunded ->
                event(refunded, "PaymentRefunded", amount(orderId, refunded.terms().amount()));
            case Declined declined -> event(declined, "PaymentDeclined",
                    REASON.toJson(new ReasonData(orderId, declined.reason())));
            case Voided voided ->
                event(voided, "PaymentVoided", ORDER.toJson(new OrderData(orderId)));
            case Authorizing _,Reversing _,Lapsed _,Tombstone _ -> List.of();
        };
    }

    private static String amount(String orderId, Money amount) {
        return AMOUNT.toJson(new AmountData(orderId, amount));
    }

    private static List<OutgoingEvent> event(Payment payment, String type, String data) {
        var cause = payment.revision().cause();
        var id = "payments:" + payment.orderId() + ":" + payment.version();
        var metadata = new EventMetadata(id, 1, cause.at(), cause.correlationId().value(),
                payment.version());
        return List.of(OutgoingEvent.of(SOURCE, type, metadata, data));
    }
}
