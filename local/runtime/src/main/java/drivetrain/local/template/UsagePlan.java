package drivetrain.local.template;

import drivetrain.local.template.ApiResource.Throttling;
import java.util.Optional;
import java.util.Set;

/**
 * A usage plan of a stage: how often each of its API keys may be used, on methods that want one.
 *
 * @param keys
 *            the values that clients send as {@code x-api-key}
 */
public record UsagePlan(String name, Throttling throttling, Optional<Quota> quota,
        Set<String> keys) {
    /** Copies the keys. */
    public UsagePlan {
        keys = Set.copyOf(keys);
    }

    /** How many requests a key has in each period, which begins at midnight UTC. */
    public record Quota(int limit, Period period) {}

    /** A day, a week from Sunday, or a calendar month. */
    public enum Period {
        DAY, WEEK, MONTH
    }
}
