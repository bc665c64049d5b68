package drivetrain.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.testing.EventSchemas;
import drivetrain.testing.FunctionRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockEventsTest {
    @Test
    void keepsToItsSchemas() {
        assertThat(told()).extracting(OutgoingEvent::detailType).contains("StockChanged",
                "StockRestated");
        assertThat(told()).allSatisfy(event -> assertThat(
                EventSchemas.violations(event.detailType(), event.detail())).isEmpty());
    }

    @Test
    void saysAnewWhatTheLastChangeSaidUnderAnIdOfTheRun() {
        var events = told();

        assertThat(data(events.get(1))).isEqualTo(data(events.get(0)));
        assertThat(events.get(1).detail()).contains(":restated:run-1\"");
    }

    /** What is told of the changes of the sample. */
    private static List<OutgoingEvent> told() {
        List<OutgoingEvent> events = new ArrayList<>();
        var function = StreamFunction.ofRecords(change -> {
            events.addAll(new StockEvents().events(change));
            events.add(StockEvents.restated(new Item(change.newImage()), "run-1"));
        });
        FunctionRun.of(function::handle, sample());
        return events;
    }

    private static String data(OutgoingEvent event) {
        return event.detail().substring(event.detail().indexOf("\"data\""));
    }

    private static String sample() {
        try {
            return Files.readString(Path.of("../../events/inventory/PublishStockChanges.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
