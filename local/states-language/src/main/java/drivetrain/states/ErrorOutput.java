package drivetrain.states;

/**
 * What went wrong, as the language sees it.
 *
 * @param error the error name that Retry and Catch match, for instance {@code States.Timeout}; null
 *        where a worker or a Fail state gave none, which only {@code States.ALL} matches
 * @param cause the description, or null where there is none
 */
public record ErrorOutput(String error, String cause) {}
