package drivetrain.payments.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.payments.application.PaymentProvider.Authorization;
import drivetrain.payments.application.PaymentProvider.Capture;
import drivetrain.payments.application.PaymentProvider.Release;
import drivetrain.payments.application.ProviderRefused;
import drivetrain.payments.domain.PaymentId;
import drivetrain.payments.domain.Terms;
import drivetrain.testing.ScriptedServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes are those of Stripe's API reference. */
class StripePaymentProviderTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final PaymentId PI = new PaymentId("pi_1");
    private static final Terms TERMS = new Terms(new CustomerId("ann"), new Money(12_900, "EUR"),
            "pm_card_visa");

    private ScriptedServer stripe;
    private StripePaymentProvider provider;

    @BeforeEach
    void start() {
        stripe = new ScriptedServer();
        provider = new StripePaymentProvider(stripe.base(), "sk_test_1", Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void asksForAHoldUnderAKeyOfTheOrder() {
        stripe.answer(200, intent("requires_capture"));

        assertThat(provider.authorize(ORDER, TERMS)).isEqualTo(new Authorization.Held(PI));

        var asked = stripe.asked().getFirst();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v1/payment_intents");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer sk_test_1");
        assertThat(asked.header("Idempotency-Key")).isEqualTo("order-1-authorize");
        assertThat(asked.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(asked.body()).isEqualTo("amount=12900&currency=eur&payment_method=pm_card_visa"
                + "&payment_method_types%5B%5D=card&confirm=true&capture_method=manual"
                + "&error_on_requires_action=true&metadata%5Border_id%5D=order-1");
    }

    @Test
    void asksTheSameEachTime() {
        stripe.answer(200, intent("requires_capture")).answer(200, intent("requires_capture"));

        provider.authorize(ORDER, TERMS);
        provider.authorize(ORDER, TERMS);

        assertThat(stripe.asked().get(1)).isEqualTo(stripe.asked().getFirst());
    }

    @Test
    void takesADeclinedCardForAnAnswer() {
        stripe.answer(402, """
            {"error":{"code":"card_declined","decline_code":"insufficient_funds",
             "type":"card_error","payment_intent":{"id":"pi_1","status":"requires_payment_method"}}}
            """);

        assertThat(provider.authorize(ORDER, TERMS))
                .isEqualTo(new Authorization.Refused("insufficient_funds"));
    }

    @Test
    void takesACardErrorWithoutADeclineCodeForAnAnswer() {
        stripe.answer(402, "{\"error\":{\"code\":\"expired_card\",\"type\":\"card_error\"}}");

        assertThat(provider.authorize(ORDER, TERMS))
                .isEqualTo(new Authorization.Refused("expired_card"));
    }

    @ParameterizedTest
    @CsvSource({"payment_method, resource_missing", "amount, amount_too_small",
            "amount, amount_too_large"})
    void takesABadPaymentMethodOrAmountForADecline(String parameter, String code) {
        stripe.answer(400, failure("invalid_request_error", code, parameter));

        assertThat(provider.authorize(ORDER, TERMS)).isEqualTo(new Authorization.Refused(code));
    }

    @Test
    void declinesACardThatWantsItsOwnerToBeThere() {
        stripe.answer(200, intent("requires_action"));

        assertThat(provider.authorize(ORDER, TERMS))
                .isEqualTo(new Authorization.Refused("requires_action"));
    }

    @Test
    void asksAgainWhatBecameOfAnIntentThatWasStillProcessing() {
        stripe.answer(200, intent("processing")).answer(200, intent("requires_capture"));

        assertThat(provider.authorize(ORDER, TERMS)).isEqualTo(new Authorization.Held(PI));
        assertThat(stripe.asked().get(1).path()).isEqualTo("/v1/payment_intents/pi_1");
    }

    @Test
    void asksForPatienceWhileTheSameRequestIsInFlight() {
        stripe.answer(409, failure("invalid_request_error", "idempotency_key_in_use", "x"));

        assertThatThrownBy(() -> provider.authorize(ORDER, TERMS))
                .isInstanceOf(DependencyUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"400, idempotency_error, amount", "401, invalid_request_error, x",
            "400, invalid_request_error, confirm", "403, invalid_request_error, x"})
    void reportsWhatNoRetryMends(int status, String type, String parameter) {
        stripe.answer(status, failure(type, "some_code", parameter));

        assertThatThrownBy(() -> provider.authorize(ORDER, TERMS))
                .isInstanceOf(ProviderRefused.class).hasMessageContaining("some_code");
    }

    @Test
    void capturesWithoutAKey() {
        stripe.answer(200, intent("succeeded"));

        assertThat(provider.capture(PI)).isEqualTo(new Capture.Taken());
        assertThat(stripe.asked().getFirst().path()).isEqualTo("/v1/payment_intents/pi_1/capture");
        assertThat(stripe.asked().getFirst().header("Idempotency-Key")).isNull();
    }

    @Test
    void seesThatItCapturedBefore() {
        stripe.answer(400, unexpectedState()).answer(200, intent("succeeded"));

        assertThat(provider.capture(PI)).isEqualTo(new Capture.Taken());
    }

    @Test
    void cannotCaptureWhatWasCanceled() {
        stripe.answer(400, unexpectedState()).answer(200, intent("canceled"));

        assertThat(provider.capture(PI)).isEqualTo(new Capture.Impossible("canceled"));
    }

    @Test
    void cannotCaptureAnExpiredHoldOrADeclinedOne() {
        stripe.answer(400, failure("invalid_request_error", "charge_expired_for_capture", "x"))
                .answer(200, intent("requires_capture"))
                .answer(402, failure("card_error", "card_declined", "x"));

        assertThat(provider.capture(PI))
                .isEqualTo(new Capture.Impossible("charge_expired_for_capture"));
        assertThat(provider.capture(PI)).isEqualTo(new Capture.Impossible("card_declined"));
    }

    @Test
    void letsGoOnce() {
        stripe.answer(200, intent("canceled")).answer(400, unexpectedState())
                .answer(200, intent("canceled"));

        assertThat(provider.release(PI)).isEqualTo(Release.RELEASED);
        assertThat(provider.release(PI)).isEqualTo(Release.RELEASED);
        assertThat(stripe.asked().getFirst().path()).isEqualTo("/v1/payment_intents/pi_1/cancel");
    }

    @Test
    void seesThatItIsTooLateToLetGo() {
        stripe.answer(400, unexpectedState()).answer(200, intent("succeeded"));

        assertThat(provider.release(PI)).isEqualTo(Release.TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"succeeded", "pending"})
    void refundsUnderAKeyOfTheOrder(String status) {
        stripe.answer(200, "{\"id\":\"re_1\",\"status\":\"" + status + "\"}");

        provider.refund(ORDER, PI, TERMS);

        var asked = stripe.asked().getFirst();
        assertThat(asked.path()).isEqualTo("/v1/refunds");
        assertThat(asked.header("Idempotency-Key")).isEqualTo("order-1-refund");
        assertThat(asked.body()).isEqualTo("payment_intent=pi_1&amount=12900");
    }

    @Test
    void isContentWithWhatWasRefundedBefore() {
        stripe.answer(400, failure("invalid_request_error", "charge_already_refunded", "charge"));

        provider.refund(ORDER, PI, TERMS);

        assertThat(stripe.asked()).hasSize(1);
    }

    @Test
    void reportsARefundThatFailed() {
        stripe.answer(200, "{\"id\":\"re_1\",\"status\":\"failed\"}").answer(400,
                failure("invalid_request_error", "balance_insufficient", "x"));

        assertThatThrownBy(() -> provider.refund(ORDER, PI, TERMS))
                .isInstanceOf(ProviderRefused.class);
        assertThatThrownBy(() -> provider.refund(ORDER, PI, TERMS))
                .isInstanceOf(ProviderRefused.class).hasMessageContaining("balance_insufficient");
    }

    private static String intent(String status) {
        return "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"amount\":12900,\"status\":\""
                + status + "\",\"metadata\":{\"order_id\":\"order-1\"}}";
    }

    private static String unexpectedState() {
        return failure("invalid_request_error", "payment_intent_unexpected_state", "x");
    }

    private static String failure(String type, String code, String parameter) {
        return "{\"error\":{\"type\":\"" + type + "\",\"code\":\"" + code + "\",\"param\":\""
                + parameter + "\",\"message\":\"No.\"}}";
    }
}
