package drivetrain.local.debug.samples;

import java.net.URI;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a function may do that has to do with time. */
public final class Clockwork {
    /** Timers of its own, which must stay what they are. */
    public static final class Own extends ScheduledThreadPoolExecutor {
        /** With one thread. */
        public Own() {
            super(1);
        }
    }

    private Clockwork() {}

    /** The time, asked in every way. */
    @SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate", "UnnecessaryLambda"})
    public static List<Object> times() {
        LongSupplier nanos = System::nanoTime;
        Supplier<Instant> now = Instant::now;
        Supplier<Instant> lambda = () -> Instant.now();
        return List.of(System.nanoTime(), System.currentTimeMillis(), Instant.now(),
                Clock.systemUTC().instant(), Clock.systemDefaultZone().millis(),
                Clock.system(ZoneOffset.UTC).instant(), ZonedDateTime.now(ZoneId.of("UTC")),
                OffsetDateTime.now(ZoneOffset.UTC), new Date(), nanos.getAsLong(), now.get(),
                lambda.get());
    }

    /** Clocks of their own kinds. */
    public static List<InstantSource> clocks() {
        return List.of(InstantSource.system(), Clock.tickMillis(ZoneOffset.UTC),
                Clock.tickSeconds(ZoneOffset.UTC), Clock.tickMinutes(ZoneOffset.UTC));
    }

    /** Timers, made in every way; a branch has the verifier look at the types. */
    public static List<ScheduledExecutorService> timers(boolean named) {
        List<ScheduledExecutorService> timers = new ArrayList<>();
        timers.add(named
                ? new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("t").factory())
                : new ScheduledThreadPoolExecutor(1));
        timers.add(Executors.newScheduledThreadPool(1));
        timers.add(Executors.newSingleThreadScheduledExecutor());
        timers.add(new Own());
        return timers;
    }

    /** What comes, or {@code late}. */
    public static Object await(Future<?> future, long millis) throws Exception {
        try {
            return future.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "late";
        }
    }

    /** Completes after a while. */
    public static CompletableFuture<String> late(long millis) {
        return new CompletableFuture<String>().completeOnTimeout("late", millis,
                TimeUnit.MILLISECONDS);
    }

    /** The read timeout that a connection has when it was told one. */
    public static int readTimeout() throws Exception {
        URLConnection connection = URI.create("http://127.0.0.1:1/").toURL().openConnection();
        connection.setConnectTimeout(500);
        connection.setReadTimeout(500);
        return connection.getReadTimeout() + connection.getConnectTimeout();
    }

    /** Whether a request and a client have the timeouts that they were told. */
    public static boolean hasHttpTimeouts() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/"))
                .timeout(Duration.ofSeconds(1)).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1))
                .build()) {
            return request.timeout().isPresent() || client.connectTimeout().isPresent();
        }
    }
}
