package drivetrain.payments.application;

import drivetrain.payments.domain.Cause;
import drivetrain.payments.domain.Payment;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes the provider's word for what happened to a payment.
 *
 * <p>A message is remembered after it took effect, so that one whose handling crashed is handled
 * again when the provider repeats it. What it does is idempotent and only ever leads forward.
 */
public final class ReceivePaymentWebhook {
    private final NoticeReader reader;
    private final SeenEvents seen;
    private final Payments payments;
    private final Clock clock;

    /** How it ended. */
    public enum Outcome {
        /** The payment moved forward. */
        APPLIED,
        /** Authentic, but it changes nothing: known, overtaken, or of no concern. */
        IGNORED,
        /** Not authentic. */
        FORGED
    }

    @Inject
    public ReceivePaymentWebhook(NoticeReader reader, SeenEvents seen, Payments payments,
            Clock clock) {
        this.reader = reader;
        this.seen = seen;
        this.payments = payments;
        this.clock = clock;
    }

    /** Receives one message; its parameters are those of {@link NoticeReader#read}. */
    public Outcome receive(String signature, String body) {
        return switch (reader.read(signature, body)) {
            case Notice.Forged _ -> Outcome.FORGED;
            case Notice.Irrelevant _ -> Outcome.IGNORED;
            case Notice.Told told -> seen.contains(told.eventId()) ? Outcome.IGNORED : hear(told);
        };
    }

    private Outcome hear(Notice.Told told) {
        var outcome = payments.find(told.orderId()).map(standing -> apply(told, standing))
                .orElse(Outcome.IGNORED);
        seen.add(told.eventId());
        return outcome;
    }

    private Outcome apply(Notice.Told told, Payment standing) {
        var next = changed(told, standing);
        if (next.isEmpty()) {
            return Outcome.IGNORED;
        }
        var now = payments.put(next.get());
        return now.equals(next.get()) ? Outcome.APPLIED : apply(told, now);
    }

    private Optional<Payment> changed(Notice.Told told, Payment standing) {
        var flow = standing.revision().cause().correlationId();
        return told.news().change(standing, new Cause(flow, clock.instant()));
    }
}
