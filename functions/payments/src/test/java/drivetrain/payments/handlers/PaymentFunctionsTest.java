package drivetrain.payments.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.dynamodb.Item;
import drivetrain.lambda.InvalidEnvironment;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutboxPublisher;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.outbox.RecordingBus;
import drivetrain.payments.application.AuthorizePayment;
import drivetrain.payments.application.CapturePayment;
import drivetrain.payments.application.FakeProvider;
import drivetrain.payments.application.GetPayment;
import drivetrain.payments.application.InMemoryPayments;
import drivetrain.payments.application.ReceivePaymentWebhook;
import drivetrain.payments.application.ReversePayment;
import drivetrain.payments.dynamodb.PaymentItem;
import drivetrain.payments.events.PaymentEvents;
import drivetrain.payments.http.StripeNoticeReader;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every function, fed with its sample event. */
class PaymentFunctionsTest {
    private static final String PAYMENT = "{\\\"orderId\\\":"
            + "\\\"0198c0de-0000-7000-8000-000000000001\\\",\\\"status\\\":\\\"%s\\\","
            + "\\\"amount\\\":{\\\"minorUnits\\\":12900,\\\"currency\\\":\\\"EUR\\\"}%s}";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"),
            ZoneOffset.UTC);

    private final InMemoryPayments payments = new InMemoryPayments();
    private final FakeProvider provider = new FakeProvider();
    private final ReversePayment reverse = new ReversePayment(payments, provider, CLOCK);
    private final RequestStreamHandler authorize = new AuthorizePaymentHandler(
            new AuthorizePayment(payments, provider, reverse, CLOCK));
    private final RequestStreamHandler capture = new CapturePaymentHandler(
            new CapturePayment(payments, provider, reverse, CLOCK));
    private final RequestStreamHandler cancel = new VoidPaymentHandler(reverse);
    private final RequestStreamHandler refund = new RefundPaymentHandler(reverse);
    private final RequestStreamHandler get = new GetPaymentHandler(new GetPayment(payments));

    @Test
    void paysAndPaysBack() throws IOException {
        assertThat(run(authorize, "AuthorizePayment"))
                .isEqualTo("{\"outcome\":\"AUTHORIZED\",\"paymentId\":\"pi_1\"}");
        assertThat(run(get, "GetPayment")).contains("\"statusCode\":200")
                .contains(PAYMENT.formatted("AUTHORIZED", ""));
        assertThat(run(capture, "CapturePayment")).isEqualTo("{\"outcome\":\"CAPTURED\"}");
        assertThat(run(refund, "RefundPayment")).isEqualTo("{\"outcome\":\"REFUNDED\"}");
        assertThat(run(get, "GetPayment-staff")).contains(PAYMENT.formatted("REFUNDED",
                ",\\\"refunded\\\":{\\\"minorUnits\\\":12900,\\\"currency\\\":\\\"EUR\\\"}"));
        assertThat(run(capture, "CapturePayment")).isEqualTo("{\"outcome\":\"REFUNDED\"}");
        assertThat(run(authorize, "AuthorizePayment")).isEqualTo("{\"outcome\":\"VOIDED\"}");
    }

    @Test
    void undoesWhatIsAuthorizedOrWasNot() throws IOException {
        assertThat(run(cancel, "VoidPayment")).isEqualTo("{\"outcome\":\"NOTHING_AUTHORIZED\"}");
        assertThat(run(refund, "RefundPayment")).isEqualTo("{\"outcome\":\"NOTHING_CHARGED\"}");
        assertThat(run(authorize, "AuthorizePayment")).isEqualTo("{\"outcome\":\"VOIDED\"}");
        assertThat(run(get, "GetPayment-staff")).contains("\"statusCode\":404");
    }

    @Test
    void voidsAHold() throws IOException {
        run(authorize, "AuthorizePayment");

        assertThat(run(cancel, "VoidPayment")).isEqualTo("{\"outcome\":\"VOIDED\"}");
        assertThat(run(refund, "RefundPayment")).isEqualTo("{\"outcome\":\"VOIDED\"}");
    }

    @Test
    void answersADecline() throws IOException {
        var declined = sample("AuthorizePayment-declined")
                .replace("pm_card_chargeDeclinedInsufficientFunds", FakeProvider.BROKE);

        assertThat(FunctionRun.of(authorize, declined).output())
                .isEqualTo("{\"outcome\":\"DECLINED\",\"reason\":\"insufficient_funds\"}");
    }

    @Test
    void keepsAPaymentFromOtherCustomersAndStrangers() throws IOException {
        run(authorize, "AuthorizePayment");
        var nobody = sample("GetPayment").replace("authorizer", "other");

        assertThat(run(get, "GetPayment-another-customer")).contains("\"statusCode\":404")
                .doesNotContain("12900");
        assertThat(FunctionRun.of(get, nobody).output()).contains("\"statusCode\":401");
    }

    @Test
    void refusesInputThatMakesNoPayment() throws IOException {
        for (var bad : Set.of("\"minorUnits\": 0", "\"minorUnits\": -1")) {
            var input = sample("AuthorizePayment").replace("\"minorUnits\": 12900", bad);
            assertThatThrownBy(() -> FunctionRun.of(authorize, input))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        var forged = sample("AuthorizePayment").replace("pm_card_visa", "pm_x&amount=1");
        assertThatThrownBy(() -> FunctionRun.of(authorize, forged))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(provider.authorizations()).isZero();
    }

    @Test
    void hearsTheProviderOnceAndNobodyElse() throws IOException {
        run(authorize, "AuthorizePayment");
        var webhook = new ReceivePaymentWebhookHandler(new ReceivePaymentWebhook(
                new StripeNoticeReader("whsec_sample", Clock.fixed(
                        Instant.ofEpochSecond(1_795_255_200), ZoneOffset.UTC)),
                payments, payments, CLOCK));

        assertThat(run(webhook, "ReceivePaymentWebhook-forged")).contains("\"statusCode\":400");
        assertThat(run(get, "GetPayment")).contains("AUTHORIZED");
        assertThat(run(webhook, "ReceivePaymentWebhook")).contains("\"statusCode\":204");
        assertThat(run(get, "GetPayment")).contains("CAPTURED");
        assertThat(run(webhook, "ReceivePaymentWebhook")).contains("\"statusCode\":204");
    }

    @Test
    void publishesEachStateThatIsSettled() throws IOException {
        var bus = new RecordingBus();
        var publisher = new OutboxPublisher(bus,
                change -> PaymentEvents.of(PaymentItem.read(new Item(change.newImage()))),
                "orderId");
        var handler = new PublishPaymentEventsHandler(
                StreamFunction.ofBatches(publisher::publish));

        assertThat(run(handler, "PublishPaymentEvents")).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(bus.taken()).extracting(OutgoingEvent::detailType)
                .containsExactly("PaymentAuthorized", "PaymentCaptured");
    }

    @Test
    void needsOnlyTheVariablesThatAFunctionUses() {
        var aws = Map.of("AWS_REGION", "eu-central-1", "PAYMENTS_TABLE", "Payments");

        assertThat(new GetPaymentHandler(aws)).isNotNull();
        assertThatThrownBy(() -> new AuthorizePaymentHandler(aws))
                .isInstanceOf(InvalidEnvironment.class)
                .hasMessageContaining("PAYMENT_PROVIDER_URL")
                .hasMessageContaining("PAYMENT_PROVIDER_SECRET")
                .hasMessageContaining("PROVIDER_TIMEOUT_MILLIS");
    }

    private static String run(RequestStreamHandler handler, String sample) throws IOException {
        return FunctionRun.of(handler, sample(sample)).output();
    }

    private static String sample(String name) throws IOException {
        return SampleEvents.read("payments/" + name);
    }
}
