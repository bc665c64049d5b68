package drivetrain.states;

import java.util.Objects;

/**
 * What went wrong, as the language sees it.
 *
 * @param error the error name that Retry and Catch match, for instance {@code States.Timeout}
 * @param cause the description, or null where Step Functions gives none
 */
public record ErrorOutput(String error, String cause) {

    /** Refuses an error without a name. */
    public ErrorOutput {
        Objects.requireNonNull(error);
    }
}
