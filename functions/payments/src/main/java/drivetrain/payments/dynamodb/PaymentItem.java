package drivetrain.payments.dynamodb;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Revision;
import drivetrain.payments.domain.Attempted;
import drivetrain.payments.domain.Authorized;
import drivetrain.payments.domain.Authorizing;
import drivetrain.payments.domain.Captured;
import drivetrain.payments.domain.Charge;
import drivetrain.payments.domain.Declined;
import drivetrain.payments.domain.Lapsed;
import drivetrain.payments.domain.Payment;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.PaymentStatus;
import drivetrain.payments.domain.Refunded;
import drivetrain.payments.domain.Reversing;
import drivetrain.payments.domain.Terms;
import drivetrain.payments.domain.Tombstone;
import drivetrain.payments.domain.Voided;

/** A payment as an item of the Payments table, and as an image in its stream. */
public final class PaymentItem {
    private PaymentItem() {}

    /** The item of a payment. */
    static Item write(Payment payment) {
        var revision = payment.revision();
        var item = Item.empty().text("orderId", payment.orderId().value())
                .number("version", payment.version())
                .text("correlationId", revision.cause().correlationId().value())
                .instant("updatedAt", revision.cause().at())
                .text("status", PaymentStatus.of(payment).name());
        return switch (payment) {
            case Tombstone _ -> item;
            case Attempted attempted -> writeState(attempted, writeTerms(item, attempted.terms()));
        };
    }

    private static Item writeTerms(Item item, Terms terms) {
        return item.text("customerId", terms.customerId().value())
                .number("amountMinorUnits", terms.amount().minorUnits())
                .text("currency", terms.amount().currency())
                .text("paymentMethod", terms.paymentMethod());
    }

    private static Item writeState(Attempted payment, Item item) {
        return switch (payment) {
            case Authorizing _,Voided _ -> item;
            case Authorized held -> paymentId(item, held.paymentId());
            case Captured taken -> paymentId(item, taken.paymentId());
            case Lapsed lapsed -> paymentId(item, lapsed.paymentId());
            case Refunded refunded -> paymentId(item, refunded.paymentId());
            case Declined declined -> item.text("reason", declined.reason());
            case Reversing reversing -> switch (reversing.charge()) {
                case Charge.Unknown _ -> item.text("charge", "UNKNOWN");
                case Charge.Held held -> paymentId(item, held.paymentId()).text("charge", "HELD");
                case Charge.Taken taken ->
                    paymentId(item, taken.paymentId()).text("charge", "TAKEN");
            };
        };
    }

    private static Item paymentId(Item item, PaymentId paymentId) {
        return item.text("paymentId", paymentId.value());
    }

    /**
     * The payment of an item.
     *
     * @throws RuntimeException when this code can't have written the item
     */
    public static Payment read(Item item) {
        var cause = new Cause(new CorrelationId(item.text("correlationId")),
                item.instant("updatedAt"));
        var revision = new Revision(new OrderId(item.text("orderId")), item.number("version"),
                cause);
        return switch (PaymentStatus.valueOf(item.text("status"))) {
            case TOMBSTONE -> new Tombstone(revision);
            case AUTHORIZING -> new Authorizing(revision, terms(item));
            case AUTHORIZED -> new Authorized(revision, terms(item), paymentId(item));
            case DECLINED -> new Declined(revision, terms(item), item.text("reason"));
            case CAPTURED -> new Captured(revision, terms(item), paymentId(item));
            case LAPSED -> new Lapsed(revision, terms(item), paymentId(item));
            case REVERSING -> new Reversing(revision, terms(item), charge(item));
            case VOIDED -> new Voided(revision, terms(item));
            case REFUNDED -> new Refunded(revision, terms(item), paymentId(item));
        };
    }

    private static Terms terms(Item item) {
        return new Terms(new CustomerId(item.text("customerId")),
                new Money(item.number("amountMinorUnits"), item.text("currency")),
                item.text("paymentMethod"));
    }

    private static Charge charge(Item item) {
        return switch (item.text("charge")) {
            case "UNKNOWN" -> new Charge.Unknown();
            case "HELD" -> new Charge.Held(paymentId(item));
            case "TAKEN" -> new Charge.Taken(paymentId(item));
            default -> throw new IllegalArgumentException("no such charge");
        };
    }

    private static PaymentId paymentId(Item item) {
        return new PaymentId(item.text("paymentId"));
    }
}
