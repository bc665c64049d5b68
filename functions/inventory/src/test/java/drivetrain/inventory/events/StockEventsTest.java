package drivetrain.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.OutgoingEvent;
import drivetrain.testing.EventSchemas;
import drivetrain.testing.FunctionRun;
import drivetrain.testing.SampleEvents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockEventsTest {
    @Test
    void keepToTheirSchemas() {
        List<OutgoingEvent> told = new ArrayList<>();
        var mapper = StockEvents.mapper();
        var function = StreamFunction.ofRecords(change -> {
            told.addAll(mapper.events(change));
            told.add(StockEvents.restated().of(new Item(change.newImage()), "run-1"));
        });

        FunctionRun.of(function::handle, SampleEvents.read("inventory/PublishStockChanges"));

        assertThat(told).extracting(OutgoingEvent::detailType).contains("StockChanged",
                "StockRestated");
        assertThat(told).allSatisfy(event -> assertThat(
                EventSchemas.violations(event.detailType(), event.detail())).isEmpty());
    }
}
