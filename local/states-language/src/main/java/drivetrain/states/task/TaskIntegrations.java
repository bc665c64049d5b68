package drivetrain.states.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The integrations that a host offers, by {@code service:action} ({@code lambda:invoke}), then by
 * {@code service:*} ({@code aws-sdk:dynamodb:*}), then by {@code *}. The key of functions that are
 * named by their own ARN is {@link #LAMBDA_FUNCTION}. Immutable.
 */
public final class TaskIntegrations {

    /** The key of Task states whose resource is a function's ARN. */
    public static final String LAMBDA_FUNCTION = "lambda-function";

    private final Map<String, TaskIntegration> byKey;

    private TaskIntegrations(Map<String, TaskIntegration> byKey) {
        this.byKey = Map.copyOf(byKey);
    }

    /**
     * Starts a set.
     *
     * @return a builder without entries
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What serves a resource.
     *
     * @param resource a function or service
     * @return empty where nothing was registered for it
     */
    public Optional<TaskIntegration> find(TaskResource resource) {
        return switch (resource) {
            case TaskResource.LambdaFunction _ -> find(LAMBDA_FUNCTION, "*");
            case TaskResource.Service s -> find(s.key(), s.service() + ":*", "*");
            case TaskResource.Activity _ -> Optional.empty();
        };
    }

    private Optional<TaskIntegration> find(String... keys) {
        for (String key : keys) {
            TaskIntegration found = byKey.get(key);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Collects integrations; the last one given for a key wins. */
    public static final class Builder {

        private final Map<String, TaskIntegration> byKey = new HashMap<>();

        private Builder() {}

        /**
         * Registers an integration.
         *
         * @param key {@code service:action}, {@code service:*}, {@code *} or
         *        {@link TaskIntegrations#LAMBDA_FUNCTION}
         * @param integration what serves it
         * @return this
         */
        public Builder on(String key, TaskIntegration integration) {
            byKey.put(Objects.requireNonNull(key), Objects.requireNonNull(integration));
            return this;
        }

        /**
         * The finished set.
         *
         * @return an immutable copy
         */
        public TaskIntegrations build() {
            return new TaskIntegrations(byKey);
        }
    }
}
