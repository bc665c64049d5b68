package drivetrain.standins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.standins.stripe.StripeStandIn;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeStandInTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_800_000_000),
            ZoneOffset.UTC);

    private StripeStandIn stripe;
    private HttpCaller caller;

    @BeforeEach
    void start() throws IOException {
        stripe = new StripeStandIn(0, "sk_test_1", CLOCK, 1);
        caller = new HttpCaller(stripe.url(), "Bearer sk_test_1", Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        caller.close();
        stripe.close();
    }

    @Test
    void authorizesWithoutCapturing() {
        HttpCaller.Reply reply = authorize("order-1", "pm_card_visa");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/object")).isEqualTo("payment_intent");
        assertThat(reply.text("/status")).isEqualTo("requires_capture");
        assertThat(reply.body().at("/amount_capturable").asLong()).isEqualTo(12_900);
        assertThat(reply.body().at("/amount_received").asLong()).isZero();
        assertThat(reply.text("/metadata/order_id")).isEqualTo("order-1");
        assertThat(stripe.payment("order-1").authorized()).isEqualTo(12_900);
        assertThat(stripe.payment("order-1").charges()).isEqualTo(1);
    }

    @Test
    void capturesThenRefunds() {
        String id = authorize("order-1", "pm_card_mastercard").text("/id");

        HttpCaller.Reply captured = caller.form("/v1/payment_intents/" + id + "/capture", "c",
                Map.of());
        HttpCaller.Reply part = caller.form("/v1/refunds", "r1",
                Map.of("payment_intent", id, "amount", "900"));
        HttpCaller.Reply rest = caller.form("/v1/refunds", "r2", Map.of("payment_intent", id));
        HttpCaller.Reply more = caller.form("/v1/refunds", "r3", Map.of("payment_intent", id));

        assertThat(captured.text("/status")).isEqualTo("succeeded");
        assertThat(captured.body().at("/amount_received").asLong()).isEqualTo(12_900);
        assertThat(part.text("/status")).isEqualTo("succeeded");
        assertThat(rest.body().at("/amount").asLong()).isEqualTo(12_000);
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.text("/error/code")).isEqualTo("charge_already_refunded");
        assertThat(stripe.payment("order-1").paid()).isZero();
        assertThat(stripe.payment("order-1").captured()).isEqualTo(12_900);
    }

    @Test
    void cancelingGivesUpWhatIsHeld() {
        String id = authorize("order-1", "pm_card_visa").text("/id");

        HttpCaller.Reply canceled = caller.form("/v1/payment_intents/" + id + "/cancel", "",
                Map.of("cancellation_reason", "abandoned"));
        HttpCaller.Reply captured = caller.form("/v1/payment_intents/" + id + "/capture", "",
                Map.of());
        HttpCaller.Reply again = caller.form("/v1/payment_intents/" + id + "/cancel", "",
                Map.of());

        assertThat(canceled.text("/status")).isEqualTo("canceled");
        assertThat(canceled.text("/cancellation_reason")).isEqualTo("abandoned");
        assertThat(captured.status()).isEqualTo(400);
        assertThat(captured.text("/error/code")).isEqualTo("payment_intent_unexpected_state");
        assertThat(captured.text("/error/payment_intent/status")).isEqualTo("canceled");
        assertThat(again.text("/error/code")).isEqualTo("payment_intent_unexpected_state");
        assertThat(stripe.payment("order-1").authorized()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"pm_card_chargeDeclined, card_declined, generic_decline",
            "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
            "pm_card_chargeDeclinedExpiredCard, expired_card, ''",
            "pm_card_chargeDeclinedProcessingError, processing_error, ''",
            "pm_card_chargeDeclinedFraudulent, card_declined, fraudulent"})
    void declines(String card, String code, String declineCode) {
        HttpCaller.Reply reply = authorize("order-1", card);

        assertThat(reply.status()).isEqualTo(402);
        assertThat(reply.text("/error/type")).isEqualTo("card_error");
        assertThat(reply.text("/error/code")).isEqualTo(code);
        assertThat(reply.text("/error/decline_code")).isEqualTo(declineCode);
        assertThat(reply.text("/error/payment_intent/status"))
                .isEqualTo("requires_payment_method");
        assertThat(stripe.payment("order-1").charges()).isZero();
        assertThat(stripe.payment("order-1").declines()).isEqualTo(1);
    }

    @Test
    void asksForAuthenticationUnlessNobodyIsThere() {
        HttpCaller.Reply asked = authorize("order-1", "pm_card_authenticationRequired");
        var offSession = new HashMap<>(fields("order-2", "pm_card_authenticationRequired"));
        offSession.put("off_session", "true");
        HttpCaller.Reply declined = caller.form("/v1/payment_intents", "k", offSession);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text("/status")).isEqualTo("requires_action");
        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.text("/error/code")).isEqualTo("authentication_required");
        assertThat(stripe.payment("order-1").charges()).isZero();
    }

    @Test
    void repeatsTheFirstAnswerUnderTheSameKey() {
        HttpCaller.Reply first = authorize("order-1", "pm_card_visa");
        HttpCaller.Reply second = authorize("order-1", "pm_card_visa");
        HttpCaller.Reply declined = authorize("order-2", "pm_card_chargeDeclined");
        HttpCaller.Reply declinedAgain = authorize("order-2", "pm_card_chargeDeclined");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).containsEntry("idempotent-replayed", "true");
        assertThat(first.headers()).doesNotContainKey("idempotent-replayed");
        assertThat(declinedAgain.body()).isEqualTo(declined.body());
        assertThat(stripe.payment("order-1").intents()).isEqualTo(1);
        assertThat(stripe.payment("order-2").intents()).isEqualTo(1);
    }

    @Test
    void refusesAKeyWithOtherParameters() {
        authorize("order-1", "pm_card_visa");
        HttpCaller.Reply reply = authorize("order-1", "pm_card_mastercard");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/error/type")).isEqualTo("idempotency_error");
    }

    @Test
    void keepsNothingUnderTheKeyOfAnInvalidRequest() {
        HttpCaller.Reply invalid = caller.form("/v1/payment_intents", "k",
                Map.of("currency", "eur"));
        HttpCaller.Reply valid = caller.form("/v1/payment_intents", "k",
                fields("order-1", "pm_card_visa"));

        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.text("/error/code")).isEqualTo("parameter_missing");
        assertThat(invalid.text("/error/param")).isEqualTo("amount");
        assertThat(valid.status()).isEqualTo(200);
    }

    @Test
    void chargesOnceHoweverManyAskAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpCaller.Reply> ask = () -> authorize("order-1", "pm_card_visa");
            var replies = threads.invokeAll(Stream.generate(() -> ask).limit(20).toList());

            for (Future<HttpCaller.Reply> reply : replies) {
                assertThat(reply.get().status()).isIn(200, 409);
            }
        }
        assertThat(stripe.payment("order-1").charges()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"amount, -5, parameter_invalid_integer", "amount, 0, parameter_invalid_integer",
            "amount, 1.5, parameter_invalid_integer", "currency, xxy, parameter_invalid_enum",
            "payment_method, pm_card_nobody, resource_missing",
            "capture_method, later, parameter_invalid_enum", "surprise, 1, parameter_unknown"})
    void refusesWrongParameters(String name, String value, String code) {
        var fields = new HashMap<>(fields("order-1", "pm_card_visa"));
        fields.put(name, value);

        HttpCaller.Reply reply = caller.form("/v1/payment_intents", "", fields);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/error/code")).isEqualTo(code);
        assertThat(reply.text("/error/param")).isEqualTo(name);
    }

    @Test
    void findsIntentsByIdAndByMetadata() {
        String id = authorize("order-1", "pm_card_visa").text("/id");
        authorize("order-2", "pm_card_visa");

        HttpCaller.Reply one = caller.get("/v1/payment_intents/" + id);
        HttpCaller.Reply list = caller.get("/v1/payment_intents?limit=1");
        HttpCaller.Reply found = caller.get(
                "/v1/payment_intents/search?query=metadata%5B%27order_id%27%5D%3A%27order-1%27");
        HttpCaller.Reply missing = caller.get("/v1/payment_intents/pi_none");

        assertThat(one.text("/id")).isEqualTo(id);
        assertThat(list.text("/data/0/metadata/order_id")).isEqualTo("order-2");
        assertThat(list.body().at("/has_more").asBoolean()).isTrue();
        assertThat(found.body().at("/data")).hasSize(1);
        assertThat(found.text("/data/0/id")).isEqualTo(id);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text("/error/code")).isEqualTo("resource_missing");
    }

    @Test
    void wantsTheKey() {
        try (var stranger = new HttpCaller(stripe.url(), "Bearer sk_other",
                Duration.ofSeconds(10))) {
            assertThat(stranger.get("/v1/payment_intents").status()).isEqualTo(401);
        }
        try (var nobody = new HttpCaller(stripe.url(), "", Duration.ofSeconds(10))) {
            assertThat(nobody.get("/v1/payment_intents").status()).isEqualTo(401);
        }
    }

    @Test
    void givesTheSameIdsAgain() throws IOException {
        String id = authorize("order-1", "pm_card_visa").text("/id");

        try (var other = new StripeStandIn(0, "sk_test_1", CLOCK, 1);
                var otherCaller = new HttpCaller(other.url(), "Bearer sk_test_1",
                        Duration.ofSeconds(10))) {
            assertThat(otherCaller.form("/v1/payment_intents", "order-1-authorize",
                    fields("order-1", "pm_card_visa")).text("/id")).isEqualTo(id);
        }
    }

    @Test
    void signsItsWebhooks() throws Exception {
        authorize("order-1", "pm_card_visa");
        try (var receiver = new WebhookReceiver()) {
            stripe.sendWebhooksTo(receiver.url(), "whsec_1");

            assertThat(stripe.sendWebhook("order-1", "payment_intent.amount_capturable_updated"))
                    .contains(204);

            String body = receiver.last().body();
            assertThat(HttpCaller.JSON.readTree(body).at("/data/object/metadata/order_id")
                    .asText()).isEqualTo("order-1");
            assertThat(receiver.last().headers()).containsEntry("Stripe-signature",
                    "t=1800000000,v1=" + hmac("whsec_1", "1800000000." + body));
        }
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }

    private HttpCaller.Reply authorize(String order, String card) {
        return caller.form("/v1/payment_intents", order + "-authorize", fields(order, card));
    }

    private static Map<String, String> fields(String order, String card) {
        return Map.of("amount", "12900", "currency", "eur", "payment_method", card, "confirm",
                "true", "capture_method", "manual", "metadata[order_id]", order);
    }
}
