package drivetrain.local.debug;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * Looks many times a second whether a debugger holds a thread, and stops the clock while it does.
 * When it holds all threads this one is held, too; {@link HeldClock} sees the gap. Virtual threads
 * don't show: under {@code --debug} functions run on platform threads.
 */
final class BreakpointWatch implements Runnable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final HeldClock clock;

    BreakpointWatch(HeldClock clock) {
        this.clock = clock;
    }

    void start() {
        Thread.ofPlatform().daemon().name("breakpoint-watch").start(this);
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            clock.hold(isAnyHeld());
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isAnyHeld() {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull).anyMatch(ThreadInfo::isSuspended);
    }
}
