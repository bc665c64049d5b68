package drivetrain.local.workflows;

import drivetrain.states.time.Scheduler;
import java.time.Duration;
import java.time.Instant;

/**
 * Time as given, but what workflows wait for on purpose (Wait states, the delays between retries) takes
 * a fraction of it. Timeouts are as they are written.
 */
final class ScaledScheduler implements Scheduler {
    private final Scheduler real;
    private final double scale;

    ScaledScheduler(Scheduler real, double scale) {
        this.real = real;
        this.scale = scale;
    }

    @Override
    public Instant now() {
        return real.now();
    }

    @Override
    public void execute(Runnable task) {
        real.execute(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return real.schedule(delay, task);
    }

    @Override
    public Timer pause(Duration delay, Runnable task) {
        return real.schedule(Duration.ofNanos((long) (delay.toNanos() * scale)), task);
    }
}
