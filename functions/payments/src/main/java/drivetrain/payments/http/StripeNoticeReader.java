package drivetrain.payments.http;

import drivetrain.dependency.HmacSha256;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.JsonTypes;
import drivetrain.payments.application.Notice;
import drivetrain.payments.application.NoticeReader;
import drivetrain.payments.domain.News;
import drivetrain.payments.domain.PaymentId;
import io.avaje.jsonb.JsonType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads Stripe's webhooks.
 *
 * <p>A message is Stripe's if one of its {@code v1} signatures (there are two while a secret is
 * being rolled) is that of {@code timestamp.body}, and its timestamp is within five minutes of
 * now, so that an old message can't be replayed by somebody else.
 *
 * <p>Source: Stripe, "Verify webhook signatures manually".
 */
public final class StripeNoticeReader implements NoticeReader {
    private static final JsonType<StripeEvent> EVENT = JsonTypes.tolerant(StripeEvent.class);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final HmacSha256 hmac;
    private final Clock clock;

    private record Signature(long timestamp, List<String> candidates) {
        static Optional<Signature> parse(String header) {
            var candidates = new ArrayList<String>();
            long timestamp = -1;
            for (var part : header.split(",", 20)) {
                if (part.startsWith("v1=")) {
                    candidates.add(part.substring(3));
                } else if (part.matches("t=\\d{1,12}")) {
                    timestamp = Long.parseLong(part.substring(2));
                }
            }
            return timestamp < 0
                    ? Optional.empty()
                    : Optional.of(new Signature(timestamp, candidates));
        }
    }

    /**
     * A reader.
     *
     * @param secret the endpoint's signing secret
     */
    public StripeNoticeReader(String secret, Clock clock) {
        this.hmac = new HmacSha256(secret);
        this.clock = clock;
    }

    @Override
    public Notice read(String signature, String body) {
        return Signature.parse(signature).filter(this::isOfToday)
                .filter(parsed -> isAuthentic(parsed, body)).map(_ -> decode(body))
                .orElseGet(Notice.Forged::new);
    }

    private boolean isOfToday(Signature signature) {
        var age = Duration.between(Instant.ofEpochSecond(signature.timestamp()), clock.instant());
        return age.abs().compareTo(TOLERANCE) <= 0;
    }

    private boolean isAuthentic(Signature signature, String body) {
        var signed = signature.timestamp() + "." + body;
        return signature.candidates().stream().anyMatch(hex -> hmac.matches(signed, hex));
    }

    private static Notice decode(String body) {
        try {
            return notice(EVENT.fromJson(body));
        } catch (RuntimeException notAnEvent) {
            return new Notice.Forged();
        }
    }

    private static Notice notice(StripeEvent event) {
        if (event.data() == null || event.data().object() == null || event.id() == null) {
            return new Notice.Irrelevant();
        }
        var thing = event.data().object();
        var orderId = thing.metadata() == null ? null : thing.metadata().get("order_id");
        var news = news(String.valueOf(event.type()), thing);
        return orderId == null || news.isEmpty()
                ? new Notice.Irrelevant()
                : new Notice.Told(event.id(), new OrderId(orderId), news.get());
    }

    private static Optional<News> news(String type, StripeEvent.Thing thing) {
        return switch (type) {
            case "payment_intent.amount_capturable_updated" ->
                Optional.of(new News.Held(new PaymentId(thing.id())));
            case "payment_intent.succeeded" ->
                Optional.of(new News.Taken(new PaymentId(thing.id())));
            case "payment_intent.canceled" ->
                Optional.of(new News.Released(new PaymentId(thing.id())));
            // A part that is given back leaves the payment captured; what was never captured comes
            // as a refund, too, when its hold is let go of.
            case "charge.refunded" -> thing.captured() && thing.refunded()
                    ? Optional.of(new News.GivenBack(new PaymentId(thing.paymentIntent())))
                    : Optional.empty();
            default -> Optional.empty();
        };
    }
}
