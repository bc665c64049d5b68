package drivetrain.payments.application;

import drivetrain.kernel.CorrelationId;
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
    public sealed interface Outcome {
        /**
         * Authentic; the payment is now at least where the message says, if it concerns one.
         *
         * @param flow what the payment belongs to; empty for a message of no concern
         */
        record Heard(Optional<CorrelationId> flow) implements Outcome {}

        /** Not authentic. */
        record Forged() implements Outcome {}
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
            case Notice.Forged _ -> new Outcome.Forged();
            case Notice.Irrelevant _ -> new Outcome.Heard(Optional.empty());
            case Notice.Told told -> new Outcome.Heard(hear(told));
        };
    }

    private Optional<CorrelationId> hear(Notice.Told told) {
        var standing = payments.find(told.orderId());
        if (!seen.contains(told.eventId())) {
            standing.ifPresent(payment -> apply(told, payment));
            seen.add(told.eventId());
        }
        return standing.map(payment -> payment.revision().cause().correlationId());
    }

    private void apply(Notice.Told told, Payment standing) {
        changed(told, standing).ifPresent(next -> {
            var now = payments.put(next);
            if (!now.equals(next)) {
                apply(told, now);
            }
        });
    }

    private Optional<Payment> changed(Notice.Told told, Payment standing) {
        var flow = standing.revision().cause().correlationId();
        return told.news().change(standing, new Cause(flow, clock.instant()));
    }
}
