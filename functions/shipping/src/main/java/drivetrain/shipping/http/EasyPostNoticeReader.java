package drivetrain.shipping.http;

import drivetrain.dependency.HmacSha256;
import drivetrain.lambda.JsonTypes;
import drivetrain.shipping.application.Notice;
import drivetrain.shipping.application.NoticeReader;
import drivetrain.shipping.domain.News;
import drivetrain.shipping.domain.ShipmentId;
import io.avaje.jsonb.JsonType;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads EasyPost's webhooks. A message is EasyPost's if its signature is that of the body, under
 * the webhook's secret in Unicode's NFKD form. It has no timestamp: whoever replays one tells
 * nothing that isn't true already, since news only leads forward.
 *
 * <p>Source: EasyPost, "Webhooks guide", HMAC validation, and {@code validate_webhook} of its
 * client libraries.
 */
public final class EasyPostNoticeReader implements NoticeReader {
    private static final JsonType<EasyPostEvent> EVENT = JsonTypes.tolerant(EasyPostEvent.class);
    private static final String SCHEME = "hmac-sha256-hex=";

    private final HmacSha256 hmac;

    /**
     * A reader.
     *
     * @param secret the webhook's secret
     */
    public EasyPostNoticeReader(String secret) {
        this.hmac = new HmacSha256(Normalizer.normalize(secret, Normalizer.Form.NFKD));
    }

    @Override
    public Notice read(String signature, String body) {
        if (!signature.startsWith(SCHEME)
                || !hmac.matches(body, signature.substring(SCHEME.length()))) {
            return new Notice.Forged();
        }
        try {
            return notice(EVENT.fromJson(body));
        } catch (RuntimeException notAnEvent) {
            return new Notice.Forged();
        }
    }

    private static Notice notice(EasyPostEvent event) {
        var tracker = event.result();
        if (!"tracker.updated".equals(event.description()) || event.id() == null
                || tracker == null || tracker.shipmentId() == null) {
            return new Notice.Irrelevant();
        }
        return news(tracker).<Notice>map(news -> new Notice.Told(event.id(),
                new ShipmentId(tracker.shipmentId()), news)).orElseGet(Notice.Irrelevant::new);
    }

    private static Optional<News> news(EasyPostEvent.Tracker tracker) {
        return switch (String.valueOf(tracker.status())) {
            case "in_transit", "out_for_delivery", "available_for_pickup" ->
                Optional.of(new News.Moving());
            case "delivered" -> Optional.of(new News.Arrived(arrival(tracker)));
            default -> Optional.empty();
        };
    }

    private static Instant arrival(EasyPostEvent.Tracker tracker) {
        var details = tracker.details() == null
                ? List.<EasyPostEvent.Detail>of()
                : tracker.details();
        return Instant.parse(details.stream().filter(one -> "delivered".equals(one.status()))
                .map(EasyPostEvent.Detail::datetime).filter(text -> text != null).findFirst()
                .orElse(tracker.updatedAt()));
    }
}
