package drivetrain.states.task;

import java.util.Optional;

/** The parsed {@code Resource} of a Task state. */
public sealed interface TaskResource {

    /** The resource as it stands in the definition. */
    String arn();

    /** A function named by its own ARN: the result is the function's result. */
    record LambdaFunction(String arn) implements TaskResource {}

    /** An activity, polled by workers. */
    record Activity(String arn) implements TaskResource {}

    /**
     * A service integration.
     *
     * @param arn the resource
     * @param service for instance {@code lambda} or {@code aws-sdk:dynamodb}
     * @param action for instance {@code invoke}
     * @param pattern how it is waited for
     */
    record Service(String arn, String service, String action, TaskPattern pattern)
            implements
                TaskResource {

        /** {@code service:action}, the key under which hosts register integrations. */
        public String key() {
            return service + ":" + action;
        }
    }

    /**
     * Parses a resource.
     *
     * @param arn the text of {@code Resource}
     * @return empty where it is none of the three kinds
     */
    static Optional<TaskResource> parse(String arn) {
        String[] part = arn.split(":", 7);
        if (part.length < 7 || !part[0].equals("arn")) {
            return Optional.empty();
        }
        return switch (part[2]) {
            case "lambda" -> Optional.of(new LambdaFunction(arn));
            case "states" -> states(arn, part[5], part[6]);
            default -> Optional.empty();
        };
    }

    private static Optional<TaskResource> states(String arn, String kind, String rest) {
        if (kind.equals("activity")) {
            return Optional.of(new Activity(arn));
        }
        int colon = kind.equals("aws-sdk") ? rest.indexOf(':') : -1;
        if (kind.equals("aws-sdk") && colon < 0) {
            return Optional.empty();
        }
        String service = colon < 0 ? kind : kind + ":" + rest.substring(0, colon);
        String action = rest.substring(colon + 1);
        for (TaskPattern pattern : new TaskPattern[]{TaskPattern.WAIT_FOR_TASK_TOKEN,
                TaskPattern.SYNC_2, TaskPattern.SYNC}) {
            if (action.endsWith(pattern.suffix())) {
                String bare = action.substring(0, action.length() - pattern.suffix().length());
                return Optional.of(new Service(arn, service, bare, pattern));
            }
        }
        return Optional.of(new Service(arn, service, action, TaskPattern.REQUEST_RESPONSE));
    }
}
