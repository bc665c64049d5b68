package drivetrain.local.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldTimersTest {
    private static final long SHORT_MILLIS = 50;
    private static final long LONG_MILLIS = 200;

    private final HeldTimers timers = new HeldTimers(1);

    @AfterEach
    void goOn() {
        HeldTime.CLOCK.hold(false);
        timers.shutdownNow();
    }

    @Test
    void runsWhatIsDueInItsOrder() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        var _ = timers.schedule(() -> order.add("second"), 2 * SHORT_MILLIS,
                TimeUnit.MILLISECONDS);
        var _ = timers.schedule(() -> order.add("first"), SHORT_MILLIS, TimeUnit.MILLISECONDS);

        timers.schedule(() -> null, LONG_MILLIS, TimeUnit.MILLISECONDS).get(10,
                TimeUnit.SECONDS);

        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void nothingBecomesDueWhileTheClockIsHeld() throws Exception {
        ScheduledFuture<?> task = timers.schedule(() -> {}, SHORT_MILLIS, TimeUnit.MILLISECONDS);
        HeldTime.CLOCK.hold(true);

        Thread.sleep(LONG_MILLIS);
        assertThat(task.isDone()).isFalse();

        HeldTime.CLOCK.hold(false);
        task.get(10, TimeUnit.SECONDS);
    }

    @Test
    void forgetsWhatIsCancelledWhereItIsToldTo() {
        timers.setRemoveOnCancelPolicy(true);
        ScheduledFuture<?> task = timers.schedule(() -> {}, 1, TimeUnit.HOURS);

        task.cancel(false);

        assertThat(task.isCancelled()).isTrue();
        assertThat(timers.getQueue()).isEmpty();
    }

    @Test
    void aWaitForAFutureDoesNotEndWhileTheClockIsHeld() throws Exception {
        HeldTime.CLOCK.hold(true);
        CompletableFuture<String> answer = new CompletableFuture<>();
        CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return HeldTimeouts.get(answer, SHORT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return "late";
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });

        Thread.sleep(LONG_MILLIS);
        assertThat(waiting.isDone()).isFalse();

        HeldTime.CLOCK.hold(false);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("late");
    }

    @Test
    void aFutureWithATimeoutDoesNotEndWhileTheClockIsHeld() throws Exception {
        HeldTime.CLOCK.hold(true);
        CompletableFuture<String> answer = HeldTimeouts.completeOnTimeout(
                new CompletableFuture<>(), "late", SHORT_MILLIS, TimeUnit.MILLISECONDS);

        Thread.sleep(LONG_MILLIS);
        assertThat(answer.isDone()).isFalse();

        HeldTime.CLOCK.hold(false);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("late");
    }
}
