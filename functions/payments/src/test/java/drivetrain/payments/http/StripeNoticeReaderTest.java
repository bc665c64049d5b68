package drivetrain.payments.http;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dependency.HmacSha256;
import drivetrain.kernel.OrderId;
import drivetrain.payments.application.Notice;
import drivetrain.payments.domain.News;
import drivetrain.payments.domain.PaymentId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeNoticeReaderTest {
    private static final long NOW = 1_780_000_000;
    private static final PaymentId PI = new PaymentId("pi_1");
    private final StripeNoticeReader reader = new StripeNoticeReader("whsec_1",
            Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    @Test
    void readsNewsOfIntents() {
        assertThat(read(event("payment_intent.amount_capturable_updated")))
                .isEqualTo(told(new News.Held(PI)));
        assertThat(read(event("payment_intent.succeeded"))).isEqualTo(told(new News.Taken(PI)));
        assertThat(read(event("payment_intent.canceled"))).isEqualTo(told(new News.Released(PI)));
    }

    @Test
    void readsARefundOfAllThatWasTaken() {
        assertThat(read(charge(true, true))).isEqualTo(told(new News.GivenBack(PI)));
        assertThat(read(charge(true, false))).isInstanceOf(Notice.Irrelevant.class);
        assertThat(read(charge(false, true))).isInstanceOf(Notice.Irrelevant.class);
    }

    @Test
    void passesOverWhatItDoesNotFollow() {
        assertThat(read(event("customer.created"))).isInstanceOf(Notice.Irrelevant.class);
        assertThat(read(event("payment_intent.succeeded").replace("order_id", "other")))
                .isInstanceOf(Notice.Irrelevant.class);
        assertThat(read("{}")).isInstanceOf(Notice.Irrelevant.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"id\":", "null", "\"text\""})
    void refusesASignedBodyThatIsNoEvent(String body) {
        assertThat(read(body)).isInstanceOf(Notice.Forged.class);
    }

    @Test
    void acceptsEitherOfTwoSignatures() {
        var body = event("payment_intent.succeeded");
        var header = "t=" + NOW + ",v1=" + "0".repeat(64) + ",v1=" + sign(NOW, body) + ",v0=aa";

        assertThat(reader.read(header, body)).isEqualTo(told(new News.Taken(PI)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void acceptsMessagesOfTheLastFiveMinutes(long age) {
        var body = event("payment_intent.succeeded");

        assertThat(reader.read(header(NOW - age, body), body)).isInstanceOf(Notice.Told.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void refusesMessagesOfAnotherTime(long age) {
        var body = event("payment_intent.succeeded");

        assertThat(reader.read(header(NOW - age, body), body)).isInstanceOf(Notice.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=1780000000", "v1=00", "t=,v1=00", "t=x,v1=00", ",,,,=",
            "t=1780000000,v1=", "t=99999999999999999999,v1=00", "t=1780000000,v0=00"})
    void refusesHeadersThatProveNothing(String header) {
        assertThat(reader.read(header, event("payment_intent.succeeded")))
                .isInstanceOf(Notice.Forged.class);
    }

    @Test
    void refusesABodyOrATimestampThatWasChanged() {
        var body = event("payment_intent.succeeded");
        var otherTime = header(NOW, body).replace("t=" + NOW, "t=" + (NOW - 1));

        assertThat(reader.read(header(NOW, body), body + " ")).isInstanceOf(Notice.Forged.class);
        assertThat(reader.read(otherTime, body)).isInstanceOf(Notice.Forged.class);
    }

    @Test
    void refusesASignatureUnderAnotherSecret() {
        var body = event("payment_intent.succeeded");
        var forged = new HmacSha256("whsec_2").sign(NOW + "." + body);

        assertThat(reader.read("t=" + NOW + ",v1=" + forged, body))
                .isInstanceOf(Notice.Forged.class);
    }

    private Notice read(String body) {
        return reader.read(header(NOW, body), body);
    }

    private static String header(long timestamp, String body) {
        return "t=" + timestamp + ",v1=" + sign(timestamp, body);
    }

    private static String sign(long timestamp, String body) {
        return new HmacSha256("whsec_1").sign(timestamp + "." + body);
    }

    private static Notice told(News news) {
        return new Notice.Told("evt_1", new OrderId("order-1"), news);
    }

    private static String event(String type) {
        return """
            {"id":"evt_1","object":"event","type":"%s","data":{"object":
             {"id":"pi_1","object":"payment_intent","metadata":{"order_id":"order-1"}}}}"""
                .formatted(type);
    }

    private static String charge(boolean captured, boolean refunded) {
        return """
            {"id":"evt_1","object":"event","type":"charge.refunded","data":{"object":
             {"id":"ch_1","payment_intent":"pi_1","captured":%s,"refunded":%s,
              "metadata":{"order_id":"order-1"}}}}""".formatted(captured, refunded);
    }
}
