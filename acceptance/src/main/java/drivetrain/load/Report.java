package drivetrain.load;

import java.time.Duration;
import java.util.List;

/** What a load run found. */
record Report(int concurrency, List<Duration> times, Duration wall, List<String> problems) {
    private static final int NANOS_A_MILLI = 1_000_000;

    Report {
        times = times.stream().sorted().toList();
        problems = List.copyOf(problems);
    }

    double ordersPerSecond() {
        return times.size() * 1e9 / wall.toNanos();
    }

    /** The time that this share of the orders didn't exceed, by the nearest rank. */
    Duration percentile(double share) {
        int rank = (int) Math.ceil(share * times.size());
        return times.get(Math.max(rank, 1) - 1);
    }

    /** A table for people. */
    String table() {
        return """
                orders fulfilled    %12d
                at a time           %12d
                wall time           %10.1f s
                orders a second     %12.1f
                POST to FULFILLED p50 %7.0f ms
                                  p99 %7.0f ms
                                  max %7.0f ms
                money and stock     %12s
                """.formatted(times.size(), concurrency, wall.toMillis() / 1e3, ordersPerSecond(),
                millis(percentile(0.5)), millis(percentile(0.99)), millis(times.getLast()),
                problems.isEmpty() ? "balance" : "DON'T BALANCE");
    }

    private static double millis(Duration duration) {
        return (double) duration.toNanos() / NANOS_A_MILLI;
    }
}
