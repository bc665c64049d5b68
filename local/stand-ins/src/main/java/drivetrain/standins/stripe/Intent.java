package drivetrain.standins.stripe;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A PaymentIntent. Amounts are minor units of {@code currency}; nothing is ever captured beyond
 * what was authorized, nor refunded beyond what was captured.
 *
 * @param amount what was asked for
 * @param authorized whether the issuer ever approved, that is, whether this is a charge
 * @param captured what was taken of it
 * @param refunded what was given back of that
 * @param charge the id of the latest charge, successful or not; empty before any confirmation
 * @param decline why the latest confirmation failed
 */
record Intent(String id, Status status, long amount, String currency, boolean manualCapture,
        String paymentMethod, String description, Map<String, String> metadata, Instant created,
        boolean authorized, long captured, long refunded, String charge,
        Optional<TestCard.Declines> decline, Optional<Cancellation> cancellation) {

    Intent {
        metadata = Map.copyOf(metadata);
    }

    /** The status of an intent, as Stripe names it in lower case. */
    enum Status {
        REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION, REQUIRES_CAPTURE,
        SUCCEEDED, CANCELED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When and why an intent was canceled. */
    record Cancellation(Instant at, String reason) {}

    /** What is held, but neither captured nor given up. */
    long capturable() {
        return status == Status.REQUIRES_CAPTURE ? amount : 0;
    }

    /** The order that the intent pays for: {@code metadata[order_id]}, or empty. */
    String orderReference() {
        return metadata.getOrDefault("order_id", "");
    }

    /** After a confirmation with this card. */
    Intent confirmed(TestCard card, String newCharge) {
        return switch (card) {
            case TestCard.Approves() -> manualCapture
                    ? with(Status.REQUIRES_CAPTURE, true, 0, newCharge, Optional.empty())
                    : with(Status.SUCCEEDED, true, amount, newCharge, Optional.empty());
            case TestCard.AsksForAuthentication() ->
                with(Status.REQUIRES_ACTION, false, 0, "", Optional.empty());
            case TestCard.Declines declines -> with(Status.REQUIRES_PAYMENT_METHOD, false, 0,
                    newCharge, Optional.of(declines));
        };
    }

    /** After a capture of a part of what is held; the rest is given up. */
    Intent capture(long part) {
        return with(Status.SUCCEEDED, true, part, charge, decline);
    }

    /** After a cancellation, which gives up what is held. */
    Intent cancel(Cancellation why) {
        return new Intent(id, Status.CANCELED, amount, currency, manualCapture, paymentMethod,
                description, metadata, created, authorized, captured, refunded, charge, decline,
                Optional.of(why));
    }

    /** After a refund of a part of what was captured. */
    Intent refund(long part) {
        return new Intent(id, status, amount, currency, manualCapture, paymentMethod, description,
                metadata, created, authorized, captured, refunded + part, charge, decline,
                cancellation);
    }

    private Intent with(Status newStatus, boolean nowAuthorized, long nowCaptured, String nowCharge,
            Optional<TestCard.Declines> nowDecline) {
        return new Intent(id, newStatus, amount, currency, manualCapture, paymentMethod,
                description, metadata, created, nowAuthorized, nowCaptured, refunded, nowCharge,
                nowDecline, cancellation);
    }
}
