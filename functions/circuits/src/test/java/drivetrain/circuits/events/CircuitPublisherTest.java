package drivetrain.circuits.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.outbox.RecordingBus;
import drivetrain.outbox.Refusal;
import drivetrain.testing.EventSchemas;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The stream of a circuit that trips, is probed, closes, is overridden and let go again. */
class CircuitPublisherTest {
    private static final List<String> TOLD = List.of("CircuitOpened", "CircuitHalfOpened",
            "CircuitClosed", "CircuitOverridden", "CircuitOverrideEnded");

    private final RecordingBus bus = new RecordingBus();
    private final CircuitPublisher publisher = new CircuitPublisher(bus);
    private final RequestStreamHandler function = (input, output, context) -> StreamFunction
            .ofBatches(publisher::publish).handle(input, output, context);

    @Test
    void tellsTransitionsAndDecisionsAndNoneOfTheRest() throws IOException {
        var run = FunctionRun.of(function, sample());

        assertThat(run.output()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(bus.taken()).extracting(OutgoingEvent::detailType)
                .containsExactlyElementsOf(TOLD);
    }

    @Test
    void keepsToItsSchemas() throws IOException {
        FunctionRun.of(function, sample());

        assertThat(bus.taken()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.source()).isEqualTo("drivetrain.circuits");
            assertThat(EventSchemas.violations(event.detailType(), event.detail())).isEmpty();
        });
    }

    @Test
    void givesTheSameEventsTheSameIdsEachTime() throws IOException {
        FunctionRun.of(function, sample());
        var first = bus.taken();
        FunctionRun.of(function, sample());

        assertThat(bus.taken().subList(first.size(), 2 * first.size())).isEqualTo(first);
        assertThat(first).extracting(OutgoingEvent::detail).doesNotHaveDuplicates();
        assertThat(first.getFirst().detail()).isEqualTo("""
            {"metadata":{"eventId":"circuits:carrier#shipments:1:CircuitOpened",\
            "schemaVersion":1,"occurredAt":"2026-11-21T10:00:02Z",\
            "correlationId":"circuits:carrier#shipments:1","version":1},\
            "data":{"circuit":"carrier#shipments","state":"OPEN","epoch":1,\
            "openUntil":"2026-11-21T10:00:20Z","openings":1}}""");
    }

    @Test
    void countsEachEventAsAMetricByCircuit() throws IOException {
        var run = FunctionRun.of(function, sample());

        TOLD.forEach(type -> assertThat(run.log())
                .filteredOn(line -> line.contains("\"" + type + "\":1.0"))
                .singleElement().asString().contains("\"circuit\":\"carrier#shipments\"")
                .contains("\"Dimensions\":[[\"circuit\"]]"));
    }

    @Test
    void countsNothingThatTheBusHasNotTaken() throws IOException {
        bus.refuse(event -> Optional.of(new Refusal("ThrottlingException", "slow down")));

        var run = FunctionRun.of(function, sample());

        assertThat(run.output()).doesNotContain("[]");
        assertThat(run.log()).noneMatch(line -> line.contains("CloudWatchMetrics"));
    }

    @Test
    void doesNotGuessSinceWhen() throws IOException {
        var silent = sample().replace("\"since\"", "\"whenever\"");

        var run = FunctionRun.of(function, silent);

        assertThat(run.output()).contains("itemIdentifier");
        assertThat(run.log()).anyMatch(line -> line.contains("doesn't say since when"));
    }

    private static String sample() throws IOException {
        return SampleEvents.read("circuits/PublishCircuitEvents");
    }
}
