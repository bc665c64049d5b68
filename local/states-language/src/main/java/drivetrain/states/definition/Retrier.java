package drivetrain.states.definition;

import java.util.List;

/**
 * One entry of {@code Retry}.
 *
 * @param errorEquals the error names that it is for
 * @param intervalSeconds before the first retry
 * @param maxAttempts how many retries
 * @param backoffRate multiplies the interval each time
 * @param maxDelaySeconds the longest interval, or null
 * @param fullJitter whether the interval is chosen between zero and its length
 */
public record Retrier(List<String> errorEquals, long intervalSeconds, long maxAttempts,
        double backoffRate, Long maxDelaySeconds, boolean fullJitter) {

    /** Copies the names. */
    public Retrier {
        errorEquals = List.copyOf(errorEquals);
    }

    /**
     * The interval before a retry, without jitter.
     *
     * @param retry counts from 0
     * @return in seconds
     */
    public double delaySeconds(int retry) {
        double delay = intervalSeconds * Math.pow(backoffRate, retry);
        return maxDelaySeconds == null ? delay : Math.min(delay, maxDelaySeconds);
    }
}
