package drivetrain.lambda;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Watches the timeouts of all AWS clients of a deployment package with one thread, which ends when
 * there has been no call for a while. By itself each client of the SDK has five, which stay as long
 * as the client isn't closed; and nobody closes the clients of a function.
 */
final class CallTimer {
    static final String THREAD = "aws-call-timer";
    private static final long IDLE_SECONDS = 10;
    private static final ScheduledExecutorService SHARED = create(IDLE_SECONDS, TimeUnit.SECONDS);

    private CallTimer() {}

    /** The one of this deployment package. */
    static ScheduledExecutorService shared() {
        return SHARED;
    }

    static ScheduledExecutorService create(long idle, TimeUnit unit) {
        var timer = new ScheduledThreadPoolExecutor(1,
                task -> Thread.ofPlatform().name(THREAD).daemon().unstarted(task));
        timer.setKeepAliveTime(idle, unit);
        timer.allowCoreThreadTimeOut(true);
        // Most calls answer in time; what watched them isn't kept until it would have gone off.
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}
