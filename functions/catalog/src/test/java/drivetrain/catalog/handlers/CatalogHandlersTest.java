package drivetrain.catalog.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.catalog.application.GetProduct;
import drivetrain.catalog.application.InMemoryAvailabilities;
import drivetrain.catalog.application.InMemoryProducts;
import drivetrain.catalog.application.ListProducts;
import drivetrain.catalog.application.PutProduct;
import drivetrain.catalog.application.RecommendProducts;
import drivetrain.catalog.application.TrackAvailability;
import drivetrain.catalog.events.ProductEvents;
import drivetrain.kernel.Sku;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutboxPublisher;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.outbox.RecordingBus;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each function, with the sample events that anybody can send it. */
class CatalogHandlersTest {
    private static final Sku SERVO = new Sku("SRV-2040-485");
    private static final String SERVO_JSON = "{\"sku\":\"SRV-2040-485\","
            + "\"name\":\"Servo 2040, RS-485\",\"type\":\"SERVO\",\"ratedTorqueNm\":2.0,"
            + "\"stallTorqueNm\":6.5,\"speedRpm\":60.0,\"voltageV\":24.0,\"gearRatio\":30.0,"
            + "\"bus\":\"RS485\",\"massGrams\":310,\"price\":{\"minorUnits\":12900,"
            + "\"currency\":\"EUR\"},\"active\":true,\"version\":1";
    private static final String AVAILABILITY = ",\"availability\":{\"available\":38,"
            + "\"asOf\":\"2026-01-01T08:05:00.250Z\"}}";

    private final InMemoryProducts products = new InMemoryProducts();
    private final InMemoryAvailabilities availabilities = new InMemoryAvailabilities();
    private final PutProductHandler putProduct = new PutProductHandler(new PutProduct(products,
            Clock.fixed(Instant.parse("2026-01-01T08:00:00Z"), ZoneOffset.UTC)));
    private final GetProductHandler getProduct = new GetProductHandler(
            new GetProduct(products, availabilities));
    private final ListProductsHandler listProducts = new ListProductsHandler(
            new ListProducts(products, availabilities));
    private final RecommendProductsHandler recommendProducts = new RecommendProductsHandler(
            new RecommendProducts(products, availabilities));
    private final TrackAvailabilityHandler trackAvailability = new TrackAvailabilityHandler(
            new TrackAvailability(availabilities));

    @Test
    void addsAProductAndShowsIt() {
        assertThat(body(FunctionRun.of(putProduct, sample("PutProduct"))))
                .contains("\"statusCode\":201").contains(SERVO_JSON + "}");
        assertThat(body(FunctionRun.of(putProduct, sample("PutProduct"))))
                .contains("\"statusCode\":200").contains(SERVO_JSON + "}");
        FunctionRun.of(trackAvailability, sample("TrackAvailability"));

        assertThat(body(FunctionRun.of(getProduct, sample("GetProduct"))))
                .contains("\"statusCode\":200").contains(SERVO_JSON + AVAILABILITY);
        assertThat(body(FunctionRun.of(getProduct, sample("GetProduct-unknown"))))
                .contains("\"statusCode\":404");
    }

    @Test
    void saysAllThatIsWrongWithADataSheetAndWritesNothing() {
        assertThat(body(FunctionRun.of(putProduct, sample("PutProduct-invalid"))))
                .contains("\"statusCode\":422")
                .contains("{\"pointer\":\"/stallTorqueNm\",\"detail\":\"is needed for a SERVO\"}")
                .contains("\"pointer\":\"/voltageV\"").contains("\"pointer\":\"/massGrams\"");
        assertThat(products.find(SERVO)).isEmpty();
    }

    @Test
    void letsOnlyStaffWrite() {
        assertThat(body(FunctionRun.of(putProduct, sample("PutProduct-not-staff"))))
                .contains("\"statusCode\":403");
        assertThat(products.find(SERVO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"\"SERVO\"; \"CAR\"", "2.0; \"two\"", "310; 310.5",
            "\"EUR\"; \"euro\"", "\"active\"; \"aktiv\"", "\"RS485\"; \"USB\"", "12900; true"})
    void refusesBodiesOfAnotherShape(String part, String other) {
        var sample = sample("PutProduct");
        var broken = sample.replace(part.replace("\"", "\\\""), other.replace("\"", "\\\""));

        assertThat(broken).isNotEqualTo(sample);
        assertThat(body(FunctionRun.of(putProduct, broken))).contains("\"statusCode\":400");
        assertThat(products.find(SERVO)).isEmpty();
    }

    @Test
    void listsPageByPageWithACursorThatFitsAUrl() {
        for (int n = 0; n < 3; n++) {
            FunctionRun.of(putProduct, sample("PutProduct").replace(SERVO.value(), "SRV|" + n));
        }
        var first = sample("ListProducts").replace("\"20\"", "\"2\"");

        var page = body(FunctionRun.of(listProducts, first));
        var cursor = Pattern.compile("\"nextCursor\":\"([A-Za-z0-9_-]+)\"").matcher(page);

        assertThat(page).contains("SRV|0", "SRV|1").doesNotContain("SRV|2");
        assertThat(cursor.find()).isTrue();
        assertThat(body(FunctionRun.of(listProducts,
                first.replace("\"limit\"", "\"cursor\": \"" + cursor.group(1) + "\", \"limit\""))))
                .contains("SRV|2").doesNotContain("SRV|1", "nextCursor");
        assertThat(body(FunctionRun.of(listProducts,
                first.replace("\"limit\"", "\"cursor\": \"" + cursor.group(1) + "\", \"limit\"")
                        .replace("SERVO", "GEARBOX"))))
                .contains("\"statusCode\":400", "another type");
    }

    @Test
    void refusesListsThatMakeNoSense() {
        assertThat(body(FunctionRun.of(listProducts, sample("ListProducts-bad-cursor"))))
                .contains("\"statusCode\":400", "nextCursor");
        assertThat(body(FunctionRun.of(listProducts,
                sample("ListProducts").replace("SERVO", "servo"))))
                .contains("\"statusCode\":400", "must be one of [SERVO");
        assertThat(body(FunctionRun.of(listProducts,
                sample("ListProducts").replace("\"20\"", "\"101\""))))
                .contains("\"statusCode\":400");
    }

    @Test
    void recommendsAndSaysWhy() {
        FunctionRun.of(putProduct, sample("PutProduct"));
        FunctionRun.of(trackAvailability, sample("TrackAvailability"));

        assertThat(body(FunctionRun.of(recommendProducts, sample("RecommendProducts"))))
                .contains("\"statusCode\":200")
                .contains("{\"items\":[{\"product\":" + SERVO_JSON + AVAILABILITY
                        + ",\"score\":0.933,\"torqueMargin\":0.667,\"speedMargin\":0.5,"
                        + "\"reasons\":[\"Carries 2 N·m continuously, 1.67 times the load.\"");
    }

    @ParameterizedTest
    @CsvSource({"1.2, -1.2", "1.2, NaN", "1.2, 1e3", "1.2, 0", "40, ''", "RS485, rs485",
            "20000, 2.5", "20000, 99999999999999999999"})
    void refusesLoadsThatMakeNoSense(String value, String other) {
        var sample = sample("RecommendProducts");
        var broken = sample.replace("\"" + value + "\"", "\"" + other + "\"");

        assertThat(broken).isNotEqualTo(sample);
        assertThat(body(FunctionRun.of(recommendProducts, broken)))
                .contains("\"statusCode\":400");
    }

    @Test
    void namesTheParameterThatIsMissing() {
        assertThat(body(FunctionRun.of(recommendProducts, sample("RecommendProducts-no-torque"))))
                .contains("\"statusCode\":400", "'torqueNm' is missing");
    }

    @Test
    void publishesEachWriteOfAProduct() {
        var bus = new RecordingBus();
        var handler = new PublishProductChangesHandler(
                StreamFunction.ofBatches(
                        new OutboxPublisher(bus, ProductEvents.mapper(),
                                "sku")::publish));

        var run = FunctionRun.of(handler, sample("PublishProductChanges"));

        assertThat(run.output()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(bus.taken()).containsExactly(new OutgoingEvent("drivetrain.catalog",
                "ProductChanged",
                "{\"metadata\":{\"eventId\":\"catalog:SRV-2040-485:1\",\"schemaVersion\":1,"
                        + "\"occurredAt\":\"2026-01-01T08:00:00Z\","
                        + "\"correlationId\":\"sample-request-1\",\"version\":1},\"data\":"
                        + "{\"sku\":\"SRV-2040-485\",\"name\":\"Servo 2040, RS-485\","
                        + "\"type\":\"SERVO\",\"price\":{\"minorUnits\":12900,"
                        + "\"currency\":\"EUR\"},\"massGrams\":310,\"active\":true}}"));
    }

    @Test
    void failsOnAnEventThatIsNotForIt() {
        var other = sample("TrackAvailability").replace("StockChanged", "ProductChanged");

        assertThatThrownBy(() -> FunctionRun.of(trackAvailability, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ProductChanged");
    }

    @Test
    void namesEveryVariableThatIsMissing() {
        Map<String, String> region = Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "x",
                "AWS_SECRET_ACCESS_KEY", "x");

        assertThatThrownBy(() -> new ListProductsHandler(region))
                .hasMessageContainingAll("PRODUCTS_TABLE", "AVAILABILITY_TABLE");
        assertThatThrownBy(() -> new PutProductHandler(region))
                .hasMessageContaining("PRODUCTS_TABLE")
                .hasMessageNotContaining("AVAILABILITY_TABLE");
        assertThatThrownBy(() -> new PublishProductChangesHandler(region))
                .hasMessageContaining("DEAD_LETTER_QUEUE is missing; EVENT_BUS");
    }

    private static String body(FunctionRun run) {
        return run.output().replace("\\\"", "\"");
    }

    private static String sample(String name) {
        return SampleEvents.read("catalog/" + name);
    }
}
