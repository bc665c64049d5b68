package drivetrain.customers.events;

import static org.assertj.core.api.Assertions.assertThat;

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

class CustomerEventsTest {
    @Test
    void keepsToItsSchemas() {
        assertThat(told()).extracting(OutgoingEvent::detailType).contains("CustomerChanged");
        assertThat(told()).allSatisfy(event -> assertThat(
                EventSchemas.violations(event.detailType(), event.detail())).isEmpty());
    }

    /** What is told of the changes of the sample. */
    private static List<OutgoingEvent> told() {
        List<OutgoingEvent> events = new ArrayList<>();
        var function = StreamFunction.ofRecords(change -> {
            events.addAll(new CustomerEvents().events(change));
        });
        FunctionRun.of(function::handle, sample());
        return events;
    }

    private static String sample() {
        try {
            return Files.readString(Path.of("../../events/customers/PublishCustomerChanges.json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
