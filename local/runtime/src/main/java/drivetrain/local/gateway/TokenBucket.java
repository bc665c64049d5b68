package drivetrain.local.gateway;

import drivetrain.local.template.ApiResource.Throttling;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A token bucket: full at first, refilled steadily, never fuller than its burst. */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double ratePerSecond;
    private final double burst;
    private final LongSupplier nanoTime;
    private double tokens;
    private long refilledAt;

    TokenBucket(Throttling throttling, LongSupplier nanoTime) {
        this.ratePerSecond = throttling.ratePerSecond();
        this.burst = throttling.burst();
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.refilledAt = nanoTime.getAsLong();
    }

    /** Takes a token, if there is one. */
    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        double gained = (now - refilledAt) / NANOS_PER_SECOND * ratePerSecond;
        tokens = Math.min(burst, tokens + gained);
        refilledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
