package drivetrain.states.definition;

import java.util.List;
import java.util.Set;

/**
 * How {@code ErrorEquals} matches.
 *
 * <p>Source: Developer Guide, "Handling errors in Step Functions workflows": {@code States.ALL}
 * matches neither States.DataLimitExceeded nor States.Runtime; {@code States.TaskFailed} matches
 * every error of a task but States.Timeout; {@code States.HeartbeatTimeout} matches the States.Timeout
 * of a missing heartbeat.
 */
public final class ErrorNames {

    private static final Set<String> TERMINAL = Set.of("States.DataLimitExceeded",
            "States.Runtime");

    private ErrorNames() {}

    /**
     * Whether a retrier or catcher is for an error.
     *
     * @param errorEquals its names
     * @param error what happened
     * @param origin where it came from
     * @return true if one of the names matches
     */
    public static boolean match(List<String> errorEquals, String error, FailureOrigin origin) {
        for (String name : errorEquals) {
            if (matches(name, error, origin)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String name, String error, FailureOrigin origin) {
        return switch (name) {
            case "States.ALL" -> error == null || !TERMINAL.contains(error);
            case "States.TaskFailed" ->
                origin != FailureOrigin.STATE && !"States.Timeout".equals(error);
            case "States.HeartbeatTimeout" ->
                origin == FailureOrigin.HEARTBEAT || name.equals(error);
            case "States.Runtime" -> false;
            default -> name.equals(error);
        };
    }
}
