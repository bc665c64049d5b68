package drivetrain.outbox;

import drivetrain.lambda.StreamRecord;
import java.util.List;

/** Says which events a change of a table's item means. */
@FunctionalInterface
public interface EventMapper {

    /**
     * The events of one change, in order; often one, and none for a change that nobody is told of.
     * The same change must give the same events, with the same ids, each time.
     *
     * @throws RuntimeException if the change can't be understood; it is then reported as failed, so
     *     that it ends in the dead-letter queue
     */
    List<OutgoingEvent> events(StreamRecord change);
}
