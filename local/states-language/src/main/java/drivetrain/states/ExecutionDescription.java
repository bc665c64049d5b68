package drivetrain.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What DescribeExecution answers: a snapshot, which doesn't change when the execution goes on.
 *
 * @param executionArn the identity
 * @param stateMachineArn the machine that it runs
 * @param name the name given or generated at the start
 * @param status where it stands
 * @param type Standard or Express
 * @param startDate when it was started
 * @param stopDate when it finished, or null
 * @param input what it was started with
 * @param output its result, or null unless it succeeded
 * @param failure the error and cause, or null unless it failed, timed out or was aborted
 * @param redriveCount how often it was redriven
 * @param redriveDate when it was last redriven, or null
 */
public record ExecutionDescription(String executionArn, String stateMachineArn, String name,
        ExecutionStatus status, StateMachineType type, Instant startDate, Instant stopDate,
        JsonNode input, JsonNode output, ErrorOutput failure, int redriveCount,
        Instant redriveDate) {

    /**
     * The error name.
     *
     * @return empty while nothing went wrong
     */
    public Optional<String> error() {
        return Optional.ofNullable(failure).map(ErrorOutput::error);
    }

    /**
     * The cause.
     *
     * @return empty while nothing went wrong, or where no cause was given
     */
    public Optional<String> cause() {
        return Optional.ofNullable(failure).map(ErrorOutput::cause);
    }
}
