package drivetrain.shipping.http;

import static drivetrain.shipping.Lifecycle.ID;
import static drivetrain.shipping.Lifecycle.LABEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.shipping.Lifecycle;
import drivetrain.shipping.application.Carrier.Answer;
import drivetrain.shipping.application.Carrier.Purchased;
import drivetrain.shipping.application.Carrier.Refund;
import drivetrain.shipping.application.Carrier.Whereabouts;
import drivetrain.shipping.application.CarrierRefused;
import drivetrain.shipping.domain.Rate;
import drivetrain.testing.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes are those of EasyPost's API documentation. */
class EasyPostCarrierTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final Answer OFFER = new Answer.Offer(ID,
            List.of(new Rate("rate_1", "DHL", "Paket", new Money(758, "EUR"), Optional.of(3)),
                    new Rate("rate_2", "UPS", "Express", new Money(1_990, "JPY"),
                            Optional.empty())));

    private ScriptedServer easyPost;
    private EasyPostCarrier carrier;

    @BeforeEach
    void start() {
        easyPost = new ScriptedServer();
        carrier = new EasyPostCarrier(easyPost.base(), "EZTK1", Duration.ofSeconds(5),
                Lifecycle.address("Stuttgart"));
    }

    @AfterEach
    void stop() {
        easyPost.close();
    }

    @Test
    void asksForRatesUnderTheOrdersId() {
        easyPost.answer(201, offered());

        assertThat(carrier.offer(ORDER, Lifecycle.address("Berlin"), 1_200)).isEqualTo(OFFER);

        var asked = easyPost.asked().getFirst();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v2/shipments");
        assertThat(asked.header("Authorization")).isEqualTo("Basic RVpUSzE6");
        assertThat(asked.body()).isEqualTo("""
            {"shipment":{"reference":"order-1","to_address":{"name":"Ann","street1":"Ring 1",\
            "street2":"2nd floor","city":"Berlin","zip":"50667","country":"DE",\
            "email":"ann@example.com"},"from_address":{"name":"Ann","street1":"Ring 1",\
            "street2":"2nd floor","city":"Stuttgart","zip":"50667","country":"DE",\
            "email":"ann@example.com"},"parcel":{"weight":42.4}}}""");
    }

    @Test
    void quotesUnderNoId() {
        easyPost.answer(201, offered());

        assertThat(carrier.quote(Lifecycle.address("Berlin"), 1)).isEqualTo(OFFER);
        assertThat(easyPost.asked().getFirst().body()).startsWith("{\"shipment\":{\"to_address\"")
                .contains("\"weight\":0.1");
    }

    @Test
    void takesABadAddressForAnAnswer() {
        easyPost.answer(422, failure("ADDRESS.VERIFY.FAILURE"));

        assertThat(carrier.offer(ORDER, Lifecycle.address("Berlin"), 1))
                .isEqualTo(new Answer.Impossible("ADDRESS.VERIFY.FAILURE"));
    }

    @Test
    void findsWhatWasOfferedBefore() {
        easyPost.answer(200, offered()).answer(404, failure("NOT_FOUND"));

        assertThat(carrier.offered(ORDER)).contains((Answer.Offer) OFFER);
        assertThat(carrier.offered(ORDER)).isEmpty();
        assertThat(easyPost.asked().getFirst().path()).isEqualTo("/v2/shipments/order-1");
    }

    @Test
    void buysALabel() {
        easyPost.answer(200, bought("null", "pre_transit"));

        assertThat(carrier.buy(ID, "rate_1")).isEqualTo(new Purchased.Bought(LABEL));

        assertThat(easyPost.asked().getFirst().path()).isEqualTo("/v2/shipments/shp_1/buy");
        assertThat(easyPost.asked().getFirst().body()).isEqualTo("{\"rate\":{\"id\":\"rate_1\"}}");
    }

    @Test
    void asksForTheLabelThatWasBoughtBefore() {
        easyPost.answer(422, failure("SHIPMENT.POSTAGE.EXISTS"))
                .answer(200, bought("null", "pre_transit"));

        assertThat(carrier.buy(ID, "rate_1")).isEqualTo(new Purchased.Bought(LABEL));
    }

    @Test
    void takesARefusalForAnAnswerWhenNothingWasBought() {
        easyPost.answer(422, failure("SHIPMENT.POSTAGE.FAILURE")).answer(200, offered());

        assertThat(carrier.buy(ID, "rate_1"))
                .isEqualTo(new Purchased.Refused("SHIPMENT.POSTAGE.FAILURE"));
    }

    @Test
    void tellsWhatBecameOfAShipment() {
        easyPost.answer(200, offered()).answer(200, bought("null", "pre_transit"))
                .answer(200, bought("\"submitted\"", "pre_transit"))
                .answer(200, bought("\"rejected\"", "in_transit").replace("order-1", "a b"));

        assertThat(carrier.whereabouts(ID)).isEqualTo(new Whereabouts.NotBought());
        assertThat(carrier.whereabouts(ID))
                .isEqualTo(new Whereabouts.Bought(LABEL, Optional.of(ORDER), false));
        assertThat(carrier.whereabouts(ID))
                .isEqualTo(new Whereabouts.Bought(LABEL, Optional.of(ORDER), true));
        assertThat(carrier.whereabouts(ID))
                .isEqualTo(new Whereabouts.Bought(LABEL, Optional.empty(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submitted", "refunded", "not_applicable"})
    void givesALabelBack(String status) {
        easyPost.answer(200, bought("\"" + status + "\"", "pre_transit"));

        assertThat(carrier.refund(ID)).isEqualTo(Refund.REFUNDED);
        assertThat(easyPost.asked().getFirst().path()).isEqualTo("/v2/shipments/shp_1/refund");
    }

    @Test
    void seesThatItGaveItBackBefore() {
        easyPost.answer(422, failure("SHIPMENT.REFUND.FAILURE"))
                .answer(200, bought("\"submitted\"", "pre_transit"));

        assertThat(carrier.refund(ID)).isEqualTo(Refund.REFUNDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_transit", "out_for_delivery", "delivered", "return_to_sender"})
    void seesThatAParcelIsOnItsWay(String status) {
        easyPost.answer(200, bought("\"rejected\"", status));

        assertThat(carrier.refund(ID)).isEqualTo(Refund.DISPATCHED);
    }

    @Test
    void triesAgainWhenAFreshLabelIsNotRefundedYet() {
        easyPost.answer(200, bought("\"rejected\"", "unknown"));

        assertThatThrownBy(() -> carrier.refund(ID)).isInstanceOf(DependencyUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"401, APIKEY.INACTIVE", "403, FORBIDDEN", "404, NOT_FOUND"})
    void reportsWhatNoRetryMends(int status, String code) {
        for (int i = 0; i < 3; i++) {
            easyPost.answer(status, failure(code));
        }

        assertThatThrownBy(() -> carrier.quote(Lifecycle.address("Berlin"), 1))
                .isInstanceOf(CarrierRefused.class).hasMessageContaining(code);
        assertThatThrownBy(() -> carrier.buy(ID, "rate_1")).isInstanceOf(CarrierRefused.class);
        assertThatThrownBy(() -> carrier.whereabouts(ID)).isInstanceOf(CarrierRefused.class);
    }

    private static String offered() {
        return """
            {"id":"shp_1","object":"Shipment","reference":"order-1","rates":[
              {"id":"rate_1","carrier":"DHL","service":"Paket","rate":"7.58","currency":"EUR",
               "delivery_days":3,"list_rate":"9.99"},
              {"id":"rate_2","carrier":"UPS","service":"Express","rate":"1990.00",
               "currency":"JPY","delivery_days":null}],
             "selected_rate":null,"tracking_code":null,"refund_status":null,"tracker":null}""";
    }

    private static String bought(String refundStatus, String trackerStatus) {
        return """
            {"id":"shp_1","object":"Shipment","reference":"order-1","rates":[],
             "selected_rate":{"id":"rate_1","carrier":"DHL","service":"Paket","rate":"7.58",
              "currency":"EUR"},"tracking_code":"EZ1","refund_status":%s,
             "tracker":{"id":"trk_1","status":"%s"}}""".formatted(refundStatus, trackerStatus);
    }

    private static String failure(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"No.\",\"errors\":[]}}";
    }
}
