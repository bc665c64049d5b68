package drivetrain.standins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.standins.easypost.EasyPostStandIn;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EasyPostStandInTest {
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("EZTK1:".getBytes(UTF_8));

    private EasyPostStandIn carrier;
    private HttpCaller caller;

    @BeforeEach
    void start() throws IOException {
        carrier = new EasyPostStandIn(0, "EZTK1", Clock.systemUTC(), 1);
        caller = new HttpCaller(carrier.url(), BASIC, Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        caller.close();
        carrier.close();
    }

    @Test
    void quotesAShipment() {
        HttpCaller.Reply reply = create("order-1");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("/object")).isEqualTo("Shipment");
        assertThat(reply.text("/reference")).isEqualTo("order-1");
        assertThat(reply.text("/to_address/city")).isEqualTo("Bremen");
        assertThat(reply.body().at("/rates").size()).isGreaterThan(1);
        assertThat(reply.text("/rates/0/rate")).matches("\\d+\\.\\d\\d");
        assertThat(reply.body().at("/postage_label").isNull()).isTrue();
        assertThat(carrier.shipment("order-1").labels()).isZero();
    }

    @Test
    void buysOnceOnly() {
        JsonNode quoted = create("order-1").body();

        HttpCaller.Reply bought = buy(quoted);
        HttpCaller.Reply again = buy(quoted);
        HttpCaller.Reply asked = caller.get("/v2/shipments/order-1");

        assertThat(bought.status()).isEqualTo(200);
        assertThat(bought.text("/tracking_code")).isNotEmpty();
        assertThat(bought.text("/tracker/status")).isEqualTo("pre_transit");
        assertThat(bought.text("/selected_rate/id")).isEqualTo(quoted.at("/rates/0/id").asText());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("/error/code")).isEqualTo("SHIPMENT.POSTAGE.EXISTS");
        assertThat(asked.text("/tracking_code")).isEqualTo(bought.text("/tracking_code"));
        assertThat(carrier.shipment("order-1").active()).isEqualTo(1);
    }

    @Test
    void refundsALabelUntilTheParcelIsScanned() throws IOException {
        JsonNode first = create("order-1").body();
        buy(first);
        JsonNode second = create("order-2").body();
        buy(second);
        carrier.dispatch("order-2");

        HttpCaller.Reply refunded = refund(first);
        HttpCaller.Reply rejected = refund(second);
        HttpCaller.Reply nothing = refund(create("order-3").body());

        assertThat(refunded.text("/refund_status")).isEqualTo("submitted");
        assertThat(carrier.shipment("order-1").active()).isZero();
        assertThat(rejected.text("/refund_status")).isEqualTo("rejected");
        assertThat(carrier.shipment("order-2").active()).isEqualTo(1);
        assertThat(nothing.status()).isEqualTo(422);
        assertThatThrownBy(() -> carrier.dispatch("order-1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesIncompleteAddresses() {
        HttpCaller.Reply incomplete = caller.json("POST", "/v2/shipments",
                request("order-1").replace("\"Bremen\"", "\"\""));
        HttpCaller.Reply undeliverable = caller.json("POST", "/v2/shipments",
                request("order-1").replace("Am Wall 1", "UNDELIVERABLE ST"));
        HttpCaller.Reply weightless = caller.json("POST", "/v2/shipments",
                request("order-1").replace("35.2", "0"));
        HttpCaller.Reply text = caller.json("POST", "/v2/shipments", "not JSON");

        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.text("/error/errors/0/field")).isEqualTo("to_address.city");
        assertThat(undeliverable.text("/error/code")).isEqualTo("ADDRESS.VERIFY.FAILURE");
        assertThat(weightless.text("/error/code")).isEqualTo("PARCEL.PARAMETERS.INVALID");
        assertThat(text.status()).isEqualTo(400);
        assertThat(carrier.shipment("order-1").quoted()).isZero();
    }

    @Test
    void findsTheNewestShipmentOfAReference() {
        String first = create("order-1").text("/id");
        String second = create("order-1").text("/id");

        assertThat(second).isNotEqualTo(first);
        assertThat(caller.get("/v2/shipments/order-1").text("/id")).isEqualTo(second);
        assertThat(caller.get("/v2/shipments/" + first).text("/id")).isEqualTo(first);
        assertThat(caller.get("/v2/shipments/order-2").status()).isEqualTo(404);
    }

    @Test
    void wantsTheKey() {
        try (var stranger = new HttpCaller(carrier.url(), "Basic bm9ib2R5Og==",
                Duration.ofSeconds(10))) {
            assertThat(stranger.get("/v2/shipments/order-1").status()).isEqualTo(401);
        }
    }

    @Test
    void tellsSignedWhereAParcelIs() throws Exception {
        String code = buy(create("order-1").body()).text("/tracking_code");
        try (var receiver = new WebhookReceiver()) {
            carrier.sendWebhooksTo(receiver.url(), "sécret");

            assertThat(carrier.deliver("order-1")).contains(204);

            WebhookReceiver.Received received = receiver.last();
            JsonNode event = HttpCaller.JSON.readTree(received.body());
            assertThat(event.at("/description").asText()).isEqualTo("tracker.updated");
            assertThat(event.at("/result/tracking_code").asText()).isEqualTo(code);
            assertThat(event.at("/result/status").asText()).isEqualTo("delivered");
            assertThat(event.at("/previous_attributes/status").asText()).isEqualTo("pre_transit");
            assertThat(received.headers()).containsEntry("X-hmac-signature",
                    "hmac-sha256-hex=" + hmac("se\u0301cret", received.body()));
        }
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }

    private HttpCaller.Reply create(String reference) {
        return caller.json("POST", "/v2/shipments", request(reference));
    }

    private HttpCaller.Reply buy(JsonNode shipment) {
        return caller.json("POST", "/v2/shipments/" + shipment.path("id").asText() + "/buy",
                "{\"rate\":{\"id\":\"" + shipment.at("/rates/0/id").asText() + "\"}}");
    }

    private HttpCaller.Reply refund(JsonNode shipment) {
        return caller.json("POST", "/v2/shipments/" + shipment.path("id").asText() + "/refund",
                "");
    }

    private static String request(String reference) {
        return """
                {"shipment": {"reference": "%s",
                  "to_address": {"name": "A", "street1": "Am Wall 1", "city": "Bremen",
                    "zip": "28195", "country": "DE"},
                  "from_address": {"name": "B", "street1": "Hafen 2", "city": "Hamburg",
                    "zip": "20095", "country": "DE"},
                  "parcel": {"weight": 35.2}}}""".formatted(reference);
    }
}
