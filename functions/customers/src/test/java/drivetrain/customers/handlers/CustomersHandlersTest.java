package drivetrain.customers.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.customers.application.GetProfile;
import drivetrain.customers.application.InMemoryProfiles;
import drivetrain.customers.application.PutProfile;
import drivetrain.customers.events.CustomerEvents;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutboxPublisher;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.outbox.RecordingBus;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each function, with the sample events that anybody can send it. */
class CustomersHandlersTest {
    private static final String ADA = "{\"customerId\":\"ada\",\"name\":\"Ada Lovelace\","
            + "\"company\":\"Analytical Engines Ltd\",\"email\":\"ada@example.org\","
            + "\"language\":\"en\",\"addresses\":[{\"label\":\"Workshop\","
            + "\"name\":\"Ada Lovelace\",\"street1\":\"12 St James Square\","
            + "\"city\":\"London\",\"postalCode\":\"SW1Y 4JH\",\"country\":\"GB\"}],"
            + "\"defaultAddress\":\"Workshop\",\"version\":1}";

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final GetProfileHandler getProfile = new GetProfileHandler(new GetProfile(profiles));
    private final PutProfileHandler putProfile = new PutProfileHandler(
            new PutProfile(profiles, Clock.systemUTC()));

    @Test
    void showsAnEmptyProfileAtFirst() {
        assertThat(get()).contains("\"statusCode\":200", "\"ETag\":\"\"0\"\"",
                "{\"customerId\":\"ada\",\"language\":\"en\",\"addresses\":[],\"version\":0}");
    }

    @Test
    void storesAProfileAndShowsIt() {
        assertThat(put(sample("PutProfile"))).contains("\"statusCode\":200", ADA,
                "\"ETag\":\"\"1\"\"");
        assertThat(get()).contains("\"statusCode\":200", ADA, "\"ETag\":\"\"1\"\"");
    }

    @Test
    void refusesToReplaceWhatTheCustomerHasNotSeen() {
        put(sample("PutProfile"));
        var other = sample("PutProfile").replace("Ada Lovelace", "Ada King");

        assertThat(put(other)).contains("\"statusCode\":412", "precondition-failed");
        assertThat(get()).contains(ADA);
        assertThat(put(other.replace("\\\"0\\\"", "\\\"1\\\""))).contains("\"statusCode\":200",
                "\"version\":2");
    }

    @Test
    void wantsToKnowWhatIsReplaced() {
        assertThat(put(sample("PutProfile-without-if-match"))).contains("\"statusCode\":428",
                "If-Match");
        assertThat(profiles.writes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "0", "W/\\\"0\\\"", "\\\"0\\\", \\\"1\\\"", "\\\"00\\\"",
            "\\\"-1\\\"", "\\\"99999999999999999999\\\"", "\\\"\\\"", ""})
    void takesNothingButATagThatItGave(String tag) {
        var odd = sample("PutProfile").replace("\\\"0\\\"\"", tag + "\"");

        assertThat(odd).isNotEqualTo(sample("PutProfile"));
        assertThat(put(odd)).contains("\"statusCode\":400");
        assertThat(profiles.writes()).isZero();
    }

    @Test
    void saysAllThatIsWrongAndWritesNothing() {
        assertThat(put(sample("PutProfile-invalid"))).contains("\"statusCode\":422",
                "\"pointer\":\"/language\"", "\"pointer\":\"/email\"",
                "\"pointer\":\"/addresses/0/country\"", "\"pointer\":\"/addresses/1/label\"",
                "\"pointer\":\"/addresses/1/city\"");
        assertThat(profiles.writes()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Workshop\\\"}; Elsewhere\\\"}; /defaultAddress",
            "[{; [null, {; /addresses/0/label"})
    void looksAtTheAddressesTogether(String part, String other, String pointer) {
        var broken = sample("PutProfile").replace(part, other);

        assertThat(broken).isNotEqualTo(sample("PutProfile"));
        assertThat(put(broken)).contains("\"statusCode\":422", pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\"customerId\\\": \\\"eve\\\"", "\\\"version\\\": 7",
            "\\\"scopes\\\": \\\"staff\\\"", "\\\"addresses\\\": 7"})
    void takesNoFieldThatIsNotTheCustomersToSet(String field) {
        var forged = sample("PutProfile").replaceFirst("\"body\": \"\\{",
                Matcher.quoteReplacement("\"body\": \"{" + field + ", "));

        assertThat(forged).isNotEqualTo(sample("PutProfile"));
        assertThat(put(forged)).contains("\"statusCode\":400");
        assertThat(profiles.writes()).isZero();
    }

    @Test
    void knowsACustomerByTheTokenAlone() {
        var anonymous = sample("GetProfile").replaceAll("\"customerId\": \"ada\",", "");

        assertThat(anonymous).isNotEqualTo(sample("GetProfile"));
        assertThat(body(FunctionRun.of(getProfile, anonymous))).contains("\"statusCode\":401");
    }

    @Test
    void logsNothingOfThePerson() {
        for (var sample : new String[]{"PutProfile", "PutProfile-invalid", "GetProfile"}) {
            var handler = sample.startsWith("Put") ? putProfile : getProfile;

            assertThat(FunctionRun.of(handler, sample(sample)).log()).isNotEmpty()
                    .noneMatch(line -> line.contains("Lovelace") || line.contains("example.org"));
        }
    }

    @Test
    void tellsThatAProfileChangedAndNothingOfThePerson() {
        var bus = new RecordingBus();
        var handler = new PublishCustomerChangesHandler(
                StreamFunction.ofBatches(
                        new OutboxPublisher(bus, CustomerEvents.mapper(),
                                "customerId")::publish));

        var run = FunctionRun.of(handler, sample("PublishCustomerChanges"));

        assertThat(run.output()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(bus.taken()).containsExactly(new OutgoingEvent("drivetrain.customers",
                "CustomerChanged",
                "{\"metadata\":{\"eventId\":\"customers:ada:1\",\"schemaVersion\":1,"
                        + "\"occurredAt\":\"2026-01-01T08:00:00Z\","
                        + "\"correlationId\":\"sample-request-1\",\"version\":1},\"data\":"
                        + "{\"customerId\":\"ada\",\"language\":\"en\","
                        + "\"changed\":[\"addresses\",\"name\"]}}"));
    }

    @Test
    void namesEveryVariableThatIsMissing() {
        var region = Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "x",
                "AWS_SECRET_ACCESS_KEY", "x");

        assertThatThrownBy(() -> new GetProfileHandler(region))
                .hasMessageContaining("PROFILES_TABLE");
        assertThatThrownBy(() -> new PutProfileHandler(region))
                .hasMessageContaining("PROFILES_TABLE");
        assertThatThrownBy(() -> new PublishCustomerChangesHandler(region))
                .hasMessageContaining("DEAD_LETTER_QUEUE is missing; EVENT_BUS");
    }

    private String get() {
        return body(FunctionRun.of(getProfile, sample("GetProfile")));
    }

    private String put(String event) {
        return body(FunctionRun.of(putProfile, event));
    }

    private static String body(FunctionRun run) {
        return run.output().replace("\\\"", "\"");
    }

    private static String sample(String name) {
        return SampleEvents.read("customers/" + name);
    }
}
