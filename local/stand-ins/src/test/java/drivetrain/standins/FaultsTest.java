package drivetrain.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.standins.server.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Map<String, String> PAYMENT = Map.of("amount", "500", "currency", "eur",
            "payment_method", "pm_card_visa", "confirm", "true", "capture_method", "manual",
            "metadata[order_id]", "order-1");

    private StandIns standIns;
    private HttpCaller caller;

    @BeforeEach
    void start() throws IOException {
        standIns = StandIns.start(StandIns.Options.onFreePorts());
        caller = new HttpCaller(standIns.payments().url(), "Bearer sk_test_drivetrain",
                Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        caller.close();
        standIns.close();
    }

    @Test
    void cutsTheConnectionWhileDown() {
        standIns.payments().faults().set(new Fault.Down());

        assertThatThrownBy(this::pay).isInstanceOf(UncheckedIOException.class);
        standIns.payments().faults().heal();

        assertThat(standIns.payments().payment("order-1").intents()).isZero();
        assertThat(pay().status()).isEqualTo(200);
    }

    @Test
    void takesTheMoneyAndSaysNothing() {
        standIns.payments().faults().next(1, "create",
                new Fault.TimeoutAfterEffect(Duration.ofSeconds(30)));

        assertThatThrownBy(this::pay).isInstanceOf(UncheckedIOException.class);
        HttpCaller.Reply retried = pay();

        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.headers()).containsEntry("idempotent-replayed", "true");
        assertThat(standIns.payments().payment("order-1").charges()).isEqualTo(1);
    }

    @Test
    void failsWithoutEffectInTheProvidersOwnWords() {
        standIns.payments().faults().set("create", new Fault.Failing(1, 503));
        standIns.carrier().faults().set(new Fault.Failing(1, 500));

        HttpCaller.Reply payment = pay();
        try (var shipping = new HttpCaller(standIns.carrier().url(), "", Duration.ofSeconds(1))) {
            assertThat(shipping.get("/v2/shipments/order-1").text("/error/code"))
                    .isEqualTo("INTERNAL_SERVER_ERROR");
        }

        assertThat(payment.status()).isEqualTo(503);
        assertThat(payment.text("/error/type")).isEqualTo("api_error");
        assertThat(caller.get("/v1/payment_intents").status()).isEqualTo(200);
        assertThat(standIns.payments().payment("order-1").intents()).isZero();
    }

    @Test
    void failsTheSameSharePerSeed() throws IOException {
        standIns.payments().faults().set(new Fault.Failing(0.3, 500));
        List<Integer> statuses = statusesOf200Calls(caller);

        try (var others = StandIns.start(StandIns.Options.onFreePorts());
                var otherCaller = new HttpCaller(others.payments().url(),
                        "Bearer sk_test_drivetrain", Duration.ofSeconds(1))) {
            others.payments().faults().set(new Fault.Failing(0.3, 500));
            assertThat(statusesOf200Calls(otherCaller)).isEqualTo(statuses);
        }

        assertThat(statuses.stream().filter(status -> status == 500).count()).isBetween(35L, 85L);
    }

    @Test
    void answersLateWhenSlow() {
        standIns.payments().faults().next(1, "create", new Fault.Slow(Duration.ofMillis(150)));

        long before = System.nanoTime();
        HttpCaller.Reply reply = pay();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration
                .ofMillis(149));
    }

    @Test
    void usesUpTheFaultsOfTheNextCallsFirst() {
        standIns.payments().faults().next(2, "list", new Fault.Failing(1, 429));

        List<Integer> statuses = IntStream.range(0, 3)
                .mapToObj(_ -> caller.get("/v1/payment_intents").status()).toList();

        assertThat(statuses).containsExactly(429, 429, 200);
        assertThat(standIns.payments().faults().calls("list")).isEqualTo(3);
    }

    @Test
    void closesWhileCallsAreHeldUp() throws Exception {
        standIns.payments().faults().set(new Fault.Slow(Duration.ofMinutes(5)));
        Thread call = Thread.startVirtualThread(() -> {
            try {
                pay();
            } catch (UncheckedIOException e) {
                // Cut, as it should be.
            }
        });
        while (standIns.payments().faults().calls("create") == 0) {
            Thread.onSpinWait();
        }

        long before = System.nanoTime();
        standIns.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration
                .ofSeconds(10));
        call.join();
    }

    @Test
    void isControlledOverHttp() {
        try (var control = new HttpCaller(standIns.payments().url(), "", Duration.ofSeconds(1))) {
            control.json("PUT", "/control/fault", "{\"mode\":\"FAILING\",\"status\":500}");
            assertThat(pay().status()).isEqualTo(500);
            control.json("DELETE", "/control/fault", "");
            control.json("PUT", "/control/fault",
                    "{\"mode\":\"FAILING\",\"operation\":\"create\",\"calls\":1}");
            assertThat(pay().status()).isEqualTo(503);
            assertThat(pay().status()).isEqualTo(200);

            HttpCaller.Reply state = control.get("/control");
            HttpCaller.Reply ledger = control.get("/control/ledger");
            HttpCaller.Reply wrong = control.json("PUT", "/control/fault", "{\"mode\":\"ODD\"}");

            assertThat(state.body().at("/calls/create").asInt()).isEqualTo(3);
            assertThat(ledger.body().at("/order-1/authorized").asInt()).isEqualTo(500);
            assertThat(wrong.status()).isEqualTo(400);
        }
    }

    @Test
    void movesParcelsAndSendsWebhooksOverHttp() throws IOException {
        pay();
        try (var receiver = new WebhookReceiver();
                var control = new HttpCaller(URI.create(standIns.payments().url().toString()), "",
                        Duration.ofSeconds(1))) {
            control.json("PUT", "/control/webhook",
                    "{\"url\":\"" + receiver.url() + "\",\"secret\":\"s\"}");
            HttpCaller.Reply sent = control.json("POST", "/control/webhook/order-1",
                    "{\"type\":\"payment_intent.succeeded\"}");
            HttpCaller.Reply unknown = control.json("POST", "/control/webhook/order-9",
                    "{\"type\":\"payment_intent.succeeded\"}");

            assertThat(sent.body().at("/receiverAnswered").asInt()).isEqualTo(204);
            assertThat(unknown.status()).isEqualTo(400);
        }
    }

    private HttpCaller.Reply pay() {
        return caller.form("/v1/payment_intents", "order-1-authorize", PAYMENT);
    }

    private static List<Integer> statusesOf200Calls(HttpCaller caller) {
        return IntStream.range(0, 200)
                .mapToObj(_ -> caller.get("/v1/payment_intents").status()).toList();
    }
}
