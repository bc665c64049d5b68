package drivetrain.customers.events;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.testing.EventSchemas;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerEventsTest {
    @Test
    void keepToTheirSchemas() {
        List<OutgoingEvent> told = new ArrayList<>();
        var mapper = CustomerEvents.mapper();
        var function = StreamFunction.ofRecords(change -> {
            told.addAll(mapper.events(change));
        });

        FunctionRun.of(function::handle, SampleEvents.read("customers/PublishCustomerChanges"));

        assertThat(told).extracting(OutgoingEvent::detailType).contains("CustomerChanged");
        assertThat(told).allSatisfy(event -> assertThat(
                EventSchemas.violations(event.detailType(), event.detail())).isEmpty());
    }
}
