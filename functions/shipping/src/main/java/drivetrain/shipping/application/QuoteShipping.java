package drivetrain.shipping.application;

import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.Rate;
import jakarta.inject.Inject;
import java.util.List;

/** What shipping would cost, while a client waits: asked once, never tried again. */
public final class QuoteShipping {
    private final Carrier carrier;

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
    }

    @Inject
    public QuoteShipping(Carrier carrier) {
        this.carrier = carrier;
    }

    public Outcome quote(Address to, long massGrams) {
        return switch (carrier.quote(to, massGrams)) {
            case Carrier.Answer.Offer offer -> new Outcome.Quoted(
                    offer.rates().stream().sorted(Rate.CHEAPEST_FIRST).toList());
            case Carrier.Answer.Impossible impossible ->
                new Outcome.Impossible(impossible.reason());
        };
    }
}
