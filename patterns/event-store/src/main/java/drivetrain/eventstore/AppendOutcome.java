package drivetrain.eventstore;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What became of an append. Either all of its events and companions were written, or none. */
public sealed interface AppendOutcome {

    /**
     * All was written.
     *
     * @param version the version of the last event, which is now the stream's
     */
    record Appended(long version) implements AppendOutcome {}

    /**
     * Nothing was written: a version was taken, or a companion refused, or both.
     *
     * @param versionTaken whether somebody else appended first
     * @param refusals the companions that were there already, in the order they were given
     */
    record Conflict(boolean versionTaken, List<Refusal> refusals) implements AppendOutcome {
        public Conflict {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * A companion that was there already.
     *
     * @param companion as it was given
     * @param existing the item that is in its place
     */
    record Refusal(Companion companion, Map<String, AttributeValue> existing) {
        public Refusal {
            existing = Map.copyOf(existing);
        }
    }
}
