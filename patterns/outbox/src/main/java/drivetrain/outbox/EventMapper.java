package drivetrain.outbox;

import drivetrain.lambda.StreamRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Says which events a change of a table's item means. */
@FunctionalInterface
public interface EventMapper {

    /**
     * For a table whose items are states: each new state may mean events, a removal none, since no
     * use case removes a state.
     */
    static EventMapper ofStates(Function<Map<String, AttributeValue>, List<OutgoingEvent>> events) {
        return change -> switch (change.change()) {
            case INSERT, MODIFY -> events.apply(change.newImage());
            case REMOVE -> List.of();
        };
    }

    /**
     * The events of one change, in order; often one, and none for a change that nobody is told of.
     * The same change must give the same events, with the same ids, each time.
     *
     * @throws RuntimeException if the change can't be understood; it is then reported as failed, so
     *     that it ends in the dead-letter queue
     */
    List<OutgoingEvent> events(StreamRecord change);
}
