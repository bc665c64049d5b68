package drivetrain.shipping.application;

import drivetrain.kernel.CustomerId;
import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.Rate;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What shipping would cost, while a client waits: asked once, never tried again, and not at all
 * while the carrier is known to be in trouble.
 */
public final class QuoteShipping {
    private final Carrier carrier;
    private final CarrierGuard guard;

    /** How it ended. */
    public sealed interface Outcome {
        /** What it would cost, the cheapest first; there may be nothing. */
        record Quoted(List<Rate> rates) implements Outcome {
            public Quoted {
                rates = List.copyOf(rates);
            }
        }

        /** No carrier goes there, or carries that; {@code reason} is the carrier's code. */
        record Impossible(String reason) implements Outcome {}

        /** The carrier is in trouble and wasn't asked. Trying again is of use after so long. */
        record NotAsked(Duration retryAfter) implements Outcome {}
    }

    @Inject
    public QuoteShipping(Carrier carrier, CarrierGuard guard) {
        this.carrier = carrier;
        this.guard = guard;
    }

    /**
     * Asks for quotes.
     *
     * @param customer who asks: what one customer asks for can't stop the others from asking
     * @param notices hears what is worth counting besides the outcome
     */
    public Outcome quote(CustomerId customer, Address to, long massGrams,
            Consumer<CarrierGuard.Notice> notices) {
        var attempt = guard.call(customer.value(), notices, () -> carrier.quote(to, massGrams));
        return switch (attempt) {
            case CarrierGuard.Attempt.Made<Carrier.Answer>(var answer) -> outcome(answer);
            case CarrierGuard.Attempt.Refused<Carrier.Answer>(var retryAfter) ->
                new Outcome.NotAsked(retryAfter);
        };
    }

    private static Outcome outcome(Carrier.Answer answer) {
        return switch (answer) {
            case Carrier.Answer.Offer offer -> new Outcome.Quoted(
                    offer.rates().stream().sorted(Rate.CHEAPEST_FIRST).toList());
            case Carrier.Answer.Impossible impossible ->
                new Outcome.Impossible(impossible.reason());
        };
    }
}
