package drivetrain.payments.http;

import io.avaje.jsonb.Json;
import java.util.Objects;

/** What Stripe answers when it refuses. Source: Stripe API reference, "Errors". */
@Json
record StripeFailure(Refusal error) {
    @Json
    record Refusal(String type, String code, @Json.Property("decline_code") String declineCode,
            String param) {}

    /** The most exact code there is. */
    String code() {
        if (error == null) {
            return "unknown";
        }
        var code = Objects.requireNonNullElse(error.code(),
                Objects.requireNonNullElse(error.type(), "unknown"));
        return Objects.requireNonNullElse(error.declineCode(), code);
    }

    /** The parameter that is wrong, or an empty text. */
    String parameter() {
        return error == null || error.param() == null ? "" : error.param();
    }

    /** Whether a key was used before, with other parameters. */
    boolean isKeyReused() {
        return error != null && "idempotency_error".equals(error.type());
    }
}
