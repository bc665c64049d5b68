package drivetrain.standins.stripe;

import java.util.Map;
import java.util.Optional;

/** What becomes of a confirmation with one of Stripe's test payment methods. */
sealed interface TestCard {

    /** The issuer approves. */
    record Approves() implements TestCard {}

    /** The issuer wants the customer to authenticate. */
    record AsksForAuthentication() implements TestCard {}

    /** The issuer declines; {@code declineCode} is empty where Stripe gives none. */
    record Declines(String code, String declineCode, String message) implements TestCard {}

    /** All that this stand-in knows, by payment method id; see Stripe's "Testing". */
    Map<String, TestCard> BY_ID = Map.ofEntries(Map.entry("pm_card_visa", new Approves()),
            Map.entry("pm_card_visa_debit", new Approves()),
            Map.entry("pm_card_mastercard", new Approves()),
            Map.entry("pm_card_amex", new Approves()),
            Map.entry("pm_card_discover", new Approves()),
            Map.entry("pm_card_authenticationRequired", new AsksForAuthentication()),
            Map.entry("pm_card_chargeDeclined",
                    new Declines("card_declined", "generic_decline", "Your card was declined.")),
            Map.entry("pm_card_chargeDeclinedInsufficientFunds",
                    new Declines("card_declined", "insufficient_funds",
                            "Your card has insufficient funds.")),
            Map.entry("pm_card_visa_chargeDeclinedInsufficientFunds",
                    new Declines("card_declined", "insufficient_funds",
                            "Your card has insufficient funds.")),
            Map.entry("pm_card_visa_chargeDeclinedLostCard",
                    new Declines("card_declined", "lost_card", "Your card was declined.")),
            Map.entry("pm_card_visa_chargeDeclinedStolenCard",
                    new Declines("card_declined", "stolen_card", "Your card was declined.")),
            Map.entry("pm_card_chargeDeclinedExpiredCard",
                    new Declines("expired_card", "", "Your card has expired.")),
            Map.entry("pm_card_chargeDeclinedIncorrectCvc",
                    new Declines("incorrect_cvc", "", "Your card's security code is incorrect.")),
            Map.entry("pm_card_chargeDeclinedProcessingError",
                    new Declines("processing_error", "",
                            "An error occurred while processing your card. "
                                    + "Try again in a little bit.")),
            Map.entry("pm_card_chargeDeclinedFraudulent",
                    new Declines("card_declined", "fraudulent", "Your card was declined.")));

    /** The card behind a payment method id; empty if Stripe wouldn't know it either. */
    static Optional<TestCard> of(String paymentMethod) {
        return Optional.ofNullable(BY_ID.get(paymentMethod));
    }
}
