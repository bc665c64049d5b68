package drivetrain.shipping.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.dynamodb.Item;
import drivetrain.lambda.InvalidEnvironment;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutboxPublisher;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.outbox.RecordingBus;
import drivetrain.shipping.application.BookShipment;
import drivetrain.shipping.application.CancelShipment;
import drivetrain.shipping.application.FakeCarrier;
import drivetrain.shipping.application.GetShipment;
import drivetrain.shipping.application.InMemoryShipments;
import drivetrain.shipping.application.QuoteShipping;
import drivetrain.shipping.application.ReceiveShippingWebhook;
import drivetrain.shipping.dynamodb.ShipmentItem;
import drivetrain.shipping.events.ShipmentEvents;
import drivetrain.shipping.http.EasyPostNoticeReader;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function, fed with its sample event. */
class ShippingFunctionsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private final InMemoryShipments shipments = new InMemoryShipments();
    private final FakeCarrier carrier = new FakeCarrier();
    private final CancelShipment cancelShipment = new CancelShipment(shipments, carrier, CLOCK);
    private final RequestStreamHandler book = new BookShipmentHandler(
            new BookShipment(shipments, carrier, cancelShipment, CLOCK));
    private final RequestStreamHandler cancel = new CancelShipmentHandler(cancelShipment);
    private final RequestStreamHandler get = new GetShipmentHandler(new GetShipment(shipments));
    private final RequestStreamHandler quote = new QuoteShippingHandler(
            new QuoteShipping(carrier, new UnguardedCarrier()));

    @Test
    void booksAndCancels() throws IOException {
        assertThat(run(book, "BookShipment")).isEqualTo("{\"outcome\":\"BOOKED\","
                + "\"shipmentId\":\"shp_1\",\"trackingCode\":\"EZshp_1\",\"carrier\":\"DHL\"}");
        assertThat(run(get, "GetShipment")).contains("\"statusCode\":200")
                .contains("\\\"status\\\":\\\"BOOKED\\\",\\\"carrier\\\":\\\"DHL\\\","
                        + "\\\"trackingCode\\\":\\\"EZshp_1\\\"}");
        assertThat(run(cancel, "CancelShipment")).isEqualTo("{\"outcome\":\"CANCELLED\"}");
        assertThat(run(get, "GetShipment")).contains("\\\"status\\\":\\\"CANCELLED\\\"}");
        assertThat(run(book, "BookShipment")).isEqualTo("{\"outcome\":\"CANCELLED\"}");
    }

    @Test
    void cancelsWhatWasNeverBooked() throws IOException {
        assertThat(run(cancel, "CancelShipment")).isEqualTo("{\"outcome\":\"NOTHING_BOOKED\"}");
        assertThat(run(get, "GetShipment")).contains("\"statusCode\":404");
    }

    @Test
    void keepsAShipmentFromOtherCustomersAndStrangers() throws IOException {
        run(book, "BookShipment");
        var nobody = sample("GetShipment").replace("authorizer", "other");

        assertThat(run(get, "GetShipment-another-customer")).contains("\"statusCode\":404")
                .doesNotContain("EZshp_1");
        assertThat(FunctionRun.of(get, nobody).output()).contains("\"statusCode\":401");
    }

    @Test
    void quotesTheCheapestFirst() throws IOException {
        assertThat(run(quote, "QuoteShipping")).contains("\"statusCode\":200")
                .contains("{\\\"quotes\\\":[{\\\"carrier\\\":\\\"DHL\\\",\\\"service\\\":"
                        + "\\\"rate_cheap\\\",\\\"price\\\":{\\\"minorUnits\\\":590,"
                        + "\\\"currency\\\":\\\"EUR\\\"},\\\"deliveryDays\\\":3},");
    }

    @Test
    void saysWhenNobodyGoesThere() throws IOException {
        var nowhere = sample("QuoteShipping").replace("Köln", FakeCarrier.NOWHERE);

        assertThat(FunctionRun.of(quote, nowhere).output()).contains("\"statusCode\":422")
                .contains("ADDRESS.VERIFY.FAILURE");
        assertThat(run(quote, "QuoteShipping-invalid")).contains("\"statusCode\":400")
                .contains("massGrams");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "{}", "{\\\"massGrams\\\":1}",
            "{\\\"shipTo\\\":7,\\\"massGrams\\\":1}", "{\\\"shipTo\\\":{},\\\"massGrams\\\":1}",
            "{\\\"shipTo\\\":null,\\\"massGrams\\\":null}", "{\\\"massGrams\\\":1e99}",
            "{\\\"massGrams\\\":1,\\\"price\\\":0}"})
    void refusesAQuoteForNothing(String body) throws IOException {
        var event = sample("QuoteShipping").replaceAll("\"body\": \".*\",\n",
                Matcher.quoteReplacement("\"body\": \"" + body + "\",\n"));

        assertThat(FunctionRun.of(quote, event).output()).contains("\"statusCode\":400");
    }

    @Test
    void hearsTheCarrierOnceAndNobodyElse() throws IOException {
        run(book, "BookShipment");
        var webhook = new ReceiveShippingWebhookHandler(new ReceiveShippingWebhook(
                new EasyPostNoticeReader("carrier_sample"), shipments, shipments, carrier,
                CLOCK));

        assertThat(run(webhook, "ReceiveShippingWebhook-forged")).contains("\"statusCode\":400");
        assertThat(run(get, "GetShipment")).contains("BOOKED");
        assertThat(run(webhook, "ReceiveShippingWebhook")).contains("\"statusCode\":204");
        assertThat(run(get, "GetShipment")).contains("DISPATCHED");
        assertThat(run(webhook, "ReceiveShippingWebhook")).contains("\"statusCode\":204");
    }

    @Test
    void publishesEachStateThatIsSettled() throws IOException {
        var bus = new RecordingBus();
        var publisher = new OutboxPublisher(bus,
                change -> ShipmentEvents.of(ShipmentItem.read(new Item(change.newImage()))),
                "orderId");
        var handler = new PublishShipmentEventsHandler(
                StreamFunction.ofBatches(publisher::publish));

        assertThat(run(handler, "PublishShipmentEvents")).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(bus.taken()).extracting(OutgoingEvent::detailType)
                .containsExactly("ShipmentBooked");
    }

    @Test
    void startsOnlyWithWhatIsSetForTheCarriersCircuit() {
        var environment = new HashMap<>(Map.of("AWS_REGION", "eu-central-1", "CARRIER_URL",
                "http://127.0.0.1:1", "CARRIER_SECRET", "EZTK1", "PROVIDER_TIMEOUT_MILLIS", "5000",
                "ORIGIN_ADDRESS", """
                        {"name":"A","street1":"B","city":"C","postalCode":"D","country":"DE"}""",
                "CIRCUITS_TABLE", "Circuits", "CIRCUIT_SETTINGS",
                "{'carrier#quotes': {'windowMillis': 30000}}"));

        assertThatThrownBy(() -> new QuoteShippingHandler(environment))
                .isInstanceOf(InvalidEnvironment.class)
                .hasMessageContaining("CIRCUIT_SETTINGS is malformed")
                .hasMessageContaining("minimumCallers is missing");
    }

    @Test
    void needsOnlyTheVariablesThatAFunctionUses() {
        var aws = Map.of("AWS_REGION", "eu-central-1", "SHIPMENTS_TABLE", "Shipments");

        assertThat(new GetShipmentHandler(aws)).isNotNull();
        assertThatThrownBy(() -> new BookShipmentHandler(aws))
                .isInstanceOf(InvalidEnvironment.class).hasMessageContaining("CARRIER_URL")
                .hasMessageContaining("CARRIER_SECRET")
                .hasMessageContaining("PROVIDER_TIMEOUT_MILLIS");
    }

    private static String run(RequestStreamHandler handler, String sample) throws IOException {
        return FunctionRun.of(handler, sample(sample)).output();
    }

    private static String sample(String name) throws IOException {
        return SampleEvents.read("shipping/" + name);
    }
}
