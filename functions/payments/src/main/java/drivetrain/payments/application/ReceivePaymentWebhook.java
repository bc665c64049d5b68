package drivetrain.payments.application;

import drivetrain.kernel.Cause;
import drivetrain.kernel.CorrelationId;
import drivetrain.payments.domain.Payment;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes the provider's word for what happened to a payment.
 *
 * <p>A message is noted in the transaction of its effect: one whose handling crashed is handled
 * again when the provider repeats it, and one that had its effect never has it again. A message
 * that changes nothing isn't noted; it changes nothing the next time either.
 */
public final class ReceivePaymentWebhook {
    private final NoticeReader reader;
    private final Payments payments;
    private final Messages messages;
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
    public ReceivePaymentWebhook(NoticeReader reader, Payments payments, Messages messages,
            Clock clock) {
        this.reader = reader;
        this.payments = payments;
        this.messages = messages;
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
        standing.ifPresent(payment -> apply(told, payment));
        return standing.map(payment -> payment.revision().cause().correlationId());
    }

    private void apply(Notice.Told told, Payment standing) {
        changed(told, standing).ifPresent(
                next -> messages.put(next, told.eventId()).filter(now -> !now.equals(next))
                        .ifPresent(now -> apply(told, now)));
    }

    private Optional<Payment> changed(Notice.Told told, Payment standing) {
        var flow = standing.revision().cause().correlationId();
        return told.news().change(standing, new Cause(flow, clock.instant()));
    }
}
