package drivetrain.circuitbreaker;

import java.time.Duration;

/**
 * When a circuit opens, how long it stays open, and what closes it.
 *
 * @param window how long failures are counted together
 * @param minimumFailures fewer in one window never open it
 * @param minimumCallers failures of fewer different callers never open it
 * @param failureRate the share of failed calls from which it opens, above 0 and up to 1
 * @param slowCall a call that takes this long counts as failed
 * @param openTime how long it stays open the first time; doubled each time that a probe fails
 * @param openTimeCap the most that {@code openTime} is doubled to
 * @param probesToClose good probes in a row that close it
 * @param probeLease how long a probe may take; after that the next caller may probe
 * @param successSample one success in so many is written, and counts that many times; only while
 *     there are failures in the window, so that a healthy circuit is never written
 */
public record CircuitSettings(Duration window, int minimumFailures, int minimumCallers,
        double failureRate, Duration slowCall, Duration openTime, Duration openTimeCap,
        int probesToClose, Duration probeLease, int successSample) {
    public CircuitSettings {
        requirePositive("window", window);
        requireAtLeastOne("minimumFailures", minimumFailures);
        requireAtLeastOne("minimumCallers", minimumCallers);
        requirePositive("slowCall", slowCall);
        requirePositive("openTime", openTime);
        requireAtLeastOne("probesToClose", probesToClose);
        requirePositive("probeLease", probeLease);
        requireAtLeastOne("successSample", successSample);
        require(failureRate > 0 && failureRate <= 1, "failureRate must be above 0 and up to 1");
        require(openTimeCap.compareTo(openTime) >= 0, "openTimeCap must not be under openTime");
        require(minimumCallers <= minimumFailures,
                "minimumCallers must not be over minimumFailures");
        require(probeLease.compareTo(slowCall) >= 0,
                "probeLease must not be under slowCall, or a slow probe loses its lease");
    }

    /** Settings for a provider that is called a few times a second. */
    public static CircuitSettings defaults() {
        return new CircuitSettings(Duration.ofSeconds(30), 5, 3, 0.5, Duration.ofSeconds(4),
                Duration.ofSeconds(15), Duration.ofMinutes(5), 3, Duration.ofSeconds(20), 10);
    }

    /** How long a circuit stays open after so many openings in a row, without jitter. */
    Duration openTime(int openings) {
        int doublings = Math.min(openings - 1, 30);
        var doubled = openTime.multipliedBy(1L << doublings);
        return doubled.compareTo(openTimeCap) > 0 ? openTimeCap : doubled;
    }

    private static void requirePositive(String name, Duration duration) {
        require(duration != null && duration.isPositive(), name + " must be longer than zero");
    }

    private static void requireAtLeastOne(String name, int number) {
        require(number >= 1, name + " must be at least 1");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
