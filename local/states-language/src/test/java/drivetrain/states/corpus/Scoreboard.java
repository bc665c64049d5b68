package drivetrain.states.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts verdicts by category. */
final class Scoreboard {

    private final Map<String, int[]> byCategory = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int passed;
    private int total;
    private int causes;
    private int plainPassed;
    private int plainTotal;

    /** A plain case needs nothing but functions and activities. */
    void add(String category, String id, boolean plain, Verdict verdict) {
        int[] counts = byCategory.computeIfAbsent(category, _ -> new int[2]);
        total++;
        counts[1]++;
        if (verdict.isPassed()) {
            passed++;
            counts[0]++;
        } else {
            failures.add(id + ": " + verdict.difference());
        }
        plainTotal += plain ? 1 : 0;
        plainPassed += plain && verdict.isPassed() ? 1 : 0;
        causes += verdict.causeDiffers() ? 1 : 0;
    }

    int total() {
        return total;
    }

    int passed() {
        return passed;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        failures.forEach(f -> table.append("FAILED ")
                .append(f, 0, Math.min(f.length(), 1200)).append('\n'));
        byCategory.forEach((category, counts) -> table.append(
                String.format(Locale.ROOT, "%-32s %4d of %4d%n", category, counts[0], counts[1])));
        return table.append(String.format(Locale.ROOT,
                "nothing but functions and activities: %d of %d (%.1f %%)%ncauses that differ: %d%n",
                plainPassed, plainTotal, 100.0 * plainPassed / Math.max(1, plainTotal), causes))
                .toString();
    }

    String summary() {
        return String.format(Locale.ROOT, "asl-corpus: passed %d of %d (%.1f %%)", passed, total,
                100.0 * passed / Math.max(1, total));
    }
}
