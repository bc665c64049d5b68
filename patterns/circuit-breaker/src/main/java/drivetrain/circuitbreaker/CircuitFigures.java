package drivetrain.circuitbreaker;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes settings of one circuit's figures, and remembers what is wrong with them. */
final class CircuitFigures {
    private final Map<String, BigDecimal> unread;
    private final List<String> problems = new ArrayList<>();

    CircuitFigures(Map<String, BigDecimal> figures) {
        this.unread = new TreeMap<>(figures);
    }

    /** The settings; empty if there are problems. */
    Optional<CircuitSettings> settings() {
        var window = millis("windowMillis");
        int minimumFailures = count("minimumFailures");
        int minimumCallers = count("minimumCallers");
        double failureRate = figure("failureRate").doubleValue();
        var slowCall = millis("slowCallMillis");
        var openTime = millis("openTimeMillis");
        var openTimeCap = millis("openTimeCapMillis");
        int probesToClose = count("probesToClose");
        var probeLease = millis("probeLeaseMillis");
        int successSample = count("successSample");
        unread.keySet().forEach(name -> problems.add(name + " is unknown"));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CircuitSettings(window, minimumFailures, minimumCallers,
                    failureRate, slowCall, openTime, openTimeCap, probesToClose, probeLease,
                    successSample));
        } catch (IllegalArgumentException outOfBounds) {
            problems.add(outOfBounds.getMessage());
            return Optional.empty();
        }
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private Duration millis(String name) {
        return Duration.ofMillis(whole(name).longValue());
    }

    private int count(String name) {
        return whole(name).intValue();
    }

    private BigDecimal whole(String name) {
        var figure = figure(name);
        if (figure.stripTrailingZeros().scale() > 0
                || figure.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            problems.add(name + " must be a whole number, and an int");
        }
        return figure;
    }

    private BigDecimal figure(String name) {
        var figure = unread.remove(name);
        if (figure == null) {
            problems.add(name + " is missing");
            return BigDecimal.ZERO;
        }
        return figure;
    }
}
