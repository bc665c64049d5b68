package drivetrain.local.debug;

import java.net.Socket;
import java.net.SocketException;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What {@link TimeCalls} calls instead of methods of the JDK that end a wait by themselves. Waits
 * for a future end by the {@link HeldTime}. The timeouts of sockets and of the JDK's HTTP client
 * can't be told to stand still, so they are left out: what waits for an answer waits until it
 * comes, or until the timeout of the function or of the call around it.
 */
public final class HeldTimeouts {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private HeldTimeouts() {}

    private static final class Shared {
        static final ScheduledExecutorService TIMERS = new HeldTimers(1,
                Thread.ofPlatform().daemon().name("held-timeouts").factory());

        private Shared() {}
    }

    /** For {@link Future#get(long, TimeUnit)}. */
    public static <T> T get(Future<T> future, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = HeldTime.nanoTime() + unit.toNanos(timeout);
        long left = unit.toNanos(timeout);
        while (left > 0 && !future.isDone()) {
            try {
                return future.get(HeldTime.CLOCK.isHeld() ? LOOK_NANOS : left,
                        TimeUnit.NANOSECONDS);
            } catch (TimeoutException perhapsHeld) {
                left = end - HeldTime.nanoTime();
            }
        }
        return future.get(0, TimeUnit.NANOSECONDS);
    }

    /** For {@link CompletableFuture#orTimeout(long, TimeUnit)}. */
    public static <T> CompletableFuture<T> orTimeout(CompletableFuture<T> future, long timeout,
            TimeUnit unit) {
        return unless(future, timeout, unit,
                () -> future.completeExceptionally(new TimeoutException()));
    }

    /** For {@link CompletableFuture#completeOnTimeout(Object, long, TimeUnit)}. */
    public static <T> CompletableFuture<T> completeOnTimeout(CompletableFuture<T> future, T value,
            long timeout, TimeUnit unit) {
        return unless(future, timeout, unit, () -> future.complete(value));
    }

    private static <T> CompletableFuture<T> unless(CompletableFuture<T> future, long timeout,
            TimeUnit unit, Runnable late) {
        ScheduledFuture<?> timer = Shared.TIMERS.schedule(late, timeout, unit);
        var _ = future.whenComplete((value, thrown) -> timer.cancel(false));
        return future;
    }

    /** For {@link Executors#newScheduledThreadPool(int)}. */
    public static ScheduledExecutorService newScheduledThreadPool(int threads) {
        return new HeldTimers(threads);
    }

    /** For {@link Executors#newScheduledThreadPool(int, ThreadFactory)}. */
    public static ScheduledExecutorService newScheduledThreadPool(int threads,
            ThreadFactory factory) {
        return new HeldTimers(threads, factory);
    }

    /** For {@link Executors#newSingleThreadScheduledExecutor()}. */
    public static ScheduledExecutorService newSingleThreadScheduledExecutor() {
        return new HeldTimers(1);
    }

    /** For {@link Executors#newSingleThreadScheduledExecutor(ThreadFactory)}. */
    public static ScheduledExecutorService newSingleThreadScheduledExecutor(
            ThreadFactory factory) {
        return new HeldTimers(1, factory);
    }

    /** For {@link URLConnection#setReadTimeout(int)}. */
    public static void setReadTimeout(URLConnection connection, int millis) {
        connection.setReadTimeout(never(millis));
    }

    /** For {@link URLConnection#setConnectTimeout(int)}. */
    public static void setConnectTimeout(URLConnection connection, int millis) {
        connection.setConnectTimeout(never(millis));
    }

    /** For {@link Socket#setSoTimeout(int)}. */
    public static void setSoTimeout(Socket socket, int millis) throws SocketException {
        socket.setSoTimeout(never(millis));
    }

    /** For {@link HttpClient.Builder#connectTimeout(Duration)}. */
    public static HttpClient.Builder connectTimeout(HttpClient.Builder client, Duration ignored) {
        Objects.requireNonNull(ignored);
        return client;
    }

    /** For {@link HttpRequest.Builder#timeout(Duration)}. */
    public static HttpRequest.Builder timeout(HttpRequest.Builder request, Duration ignored) {
        Objects.requireNonNull(ignored);
        return request;
    }

    /** Zero is no timeout; a negative one is still refused. */
    private static int never(int millis) {
        return Math.min(millis, 0);
    }
}
