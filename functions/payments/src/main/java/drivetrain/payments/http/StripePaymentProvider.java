package drivetrain.payments.http;

import drivetrain.dependency.HttpAnswer;
import drivetrain.dependency.HttpDependency;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.JsonTypes;
import drivetrain.payments.application.PaymentProvider;
import drivetrain.payments.application.ProviderRefused;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.Terms;
import io.avaje.jsonb.JsonType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stripe's PaymentIntents, held by manual capture.
 *
 * <p>What creates something (an intent, a refund) carries an idempotency key made of the order's
 * id: sent again it gets the first answer. Stripe keeps keys for a day at least; a request that is
 * repeated later than that could hold the amount a second time, which lapses by itself and is
 * never captured, since only the recorded intent is. Capture and cancel move one intent, which
 * Stripe does once; they carry no key, so that an answer which isn't true any more isn't repeated
 * for a day. When they are refused, the intent itself tells what became of it.
 *
 * <p>Source: Stripe API reference, "PaymentIntents", "Refunds", "Idempotent requests", "Errors".
 */
public final class StripePaymentProvider implements PaymentProvider {
    private static final JsonType<StripeIntent> INTENT = JsonTypes.tolerant(StripeIntent.class);
    private static final JsonType<StripeRefund> REFUND = JsonTypes.tolerant(StripeRefund.class);
    private static final JsonType<StripeFailure> FAILURE = JsonTypes.tolerant(StripeFailure.class);
    private static final Set<String> CUSTOMERS_OWN = Set.of("payment_method", "amount", "currency");

    private final HttpDependency stripe;

    /**
     * Stripe at an address.
     *
     * @param base {@code https://api.stripe.com}, or a stand-in
     * @param secret the secret key
     * @param timeout the most that one call may take
     */
    public StripePaymentProvider(URI base, String secret, Duration timeout) {
        this.stripe = new HttpDependency("stripe", base,
                Map.of("Authorization", "Bearer " + secret),
                timeout);
    }

    @Override
    public Authorization authorize(OrderId orderId, Terms terms) {
        // The same order of the same parameters, for ever: Stripe refuses a key with other ones.
        var form = new LinkedHashMap<String, String>();
        form.put("amount", Long.toString(terms.amount().minorUnits()));
        form.put("currency", terms.amount().currency().toLowerCase(Locale.ROOT));
        form.put("payment_method", terms.paymentMethod());
        form.put("payment_method_types[]", "card");
        form.put("confirm", "true");
        form.put("capture_method", "manual");
        // Nobody is there to answer a bank's question: then the card is declined.
        form.put("error_on_requires_action", "true");
        form.put("metadata[order_id]", orderId.value());
        var answer = post("authorize", "/v1/payment_intents", form, orderId + "-authorize");
        return answer.isSuccess() ? authorization(INTENT.fromJson(answer.body())) : refusal(answer);
    }

    private Authorization authorization(StripeIntent answered) {
        var intent = "processing".equals(answered.status()) ? retrieve(answered.id()) : answered;
        return switch (intent.status()) {
            case "requires_capture", "succeeded" ->
                new Authorization.Held(new PaymentId(intent.id()));
            case "requires_action", "requires_payment_method", "requires_confirmation",
                    "canceled" ->
                new Authorization.Refused(intent.status());
            default -> throw new DependencyUnavailable("stripe has an intent " + intent.status());
        };
    }

    private static Authorization refusal(HttpAnswer answer) {
        var failure = FAILURE.fromJson(answer.body());
        boolean ofTheCard = answer.status() == 402;
        boolean ofTheOrder = answer.status() == 400 && !failure.isKeyReused()
                && CUSTOMERS_OWN.contains(failure.parameter());
        if (ofTheCard || ofTheOrder) {
            return new Authorization.Refused(failure.code());
        }
        throw refused("authorize", answer);
    }

    @Override
    public Capture capture(PaymentId paymentId) {
        var answer = post("capture", path(paymentId) + "/capture", Map.of(), "");
        if (answer.status() == 402) {
            return new Capture.Impossible(FAILURE.fromJson(answer.body()).code());
        }
        var intent = outcome("capture", answer, paymentId);
        return switch (intent.status()) {
            case "succeeded" -> new Capture.Taken();
            case "processing" -> throw new DependencyUnavailable("stripe is still capturing");
            case "requires_capture" ->
                new Capture.Impossible(FAILURE.fromJson(answer.body()).code());
            default -> new Capture.Impossible(intent.status());
        };
    }

    @Override
    public Release release(PaymentId paymentId) {
        var answer = post("cancel", path(paymentId) + "/cancel", Map.of(), "");
        var intent = outcome("cancel", answer, paymentId);
        return switch (intent.status()) {
            case "canceled" -> Release.RELEASED;
            case "succeeded" -> Release.TAKEN;
            case "processing" -> throw new DependencyUnavailable("stripe is still capturing");
            default -> throw refused("cancel", answer);
        };
    }

    @Override
    public void refund(OrderId orderId, PaymentId paymentId, Terms terms) {
        var form = new LinkedHashMap<String, String>();
        form.put("payment_intent", paymentId.value());
        form.put("amount", Long.toString(terms.amount().minorUnits()));
        var answer = post("refund", "/v1/refunds", form, orderId + "-refund");
        boolean underWay = answer.isSuccess() && Set.of("succeeded", "pending")
                .contains(REFUND.fromJson(answer.body()).status());
        if (!underWay && (answer.isSuccess() || !isRefundedAlready(answer))) {
            throw refused("refund", answer);
        }
    }

    private static boolean isRefundedAlready(HttpAnswer answer) {
        return FAILURE.fromJson(answer.body()).code().equals("charge_already_refunded");
    }

    /** The intent after a move, or, if the move was refused, as it is. */
    private StripeIntent outcome(String operation, HttpAnswer answer, PaymentId paymentId) {
        if (answer.isSuccess()) {
            return INTENT.fromJson(answer.body());
        }
        if (answer.status() == 400) {
            return retrieve(paymentId.value());
        }
        throw refused(operation, answer);
    }

    private StripeIntent retrieve(String id) {
        var answer = stripe.get("retrieve", path(new PaymentId(id)));
        if (!answer.isSuccess()) {
            throw refused("retrieve", answer);
        }
        return INTENT.fromJson(answer.body());
    }

    private HttpAnswer post(String operation, String path, Map<String, String> form, String key) {
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var answer = stripe.post(operation, path, "application/x-www-form-urlencoded", body,
                key.isEmpty() ? Map.of() : Map.of("Idempotency-Key", key));
        if (answer.status() == 409) {
            throw new DependencyUnavailable("stripe is busy with the same " + operation);
        }
        return answer;
    }

    private static ProviderRefused refused(String operation, HttpAnswer answer) {
        var code = answer.isSuccess() ? "unexpected state" : FAILURE.fromJson(answer.body()).code();
        return new ProviderRefused(
                "stripe refused " + operation + " with " + answer.status() + " " + code);
    }

    private static String path(PaymentId paymentId) {
        return "/v1/payment_intents/" + paymentId;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
