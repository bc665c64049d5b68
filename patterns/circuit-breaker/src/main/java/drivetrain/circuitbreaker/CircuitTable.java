package drivetrain.circuitbreaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is set for several circuits, read from one text: an object of objects of numbers, keyed by
 * circuit, with the fields of {@link CircuitSettings} (durations in milliseconds: {@code
 * openTimeMillis}).
 *
 * <p>Strings are in single or double quotes, so that the text can be JSON, or stand in JSON as an
 * expression of a workflow.
 */
public final class CircuitTable {
    private final Map<String, CircuitSettings> circuits;

    private CircuitTable(Map<String, CircuitSettings> circuits) {
        this.circuits = circuits;
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming every mistake: what isn't such a text, a field that is
     *     missing or unknown, a figure out of bounds
     */
    public static CircuitTable read(String text) {
        var problems = new ArrayList<String>();
        var circuits = new TreeMap<String, CircuitSettings>();
        CircuitTableText.parse(text).forEach((name, figures) -> {
            var reading = new CircuitFigures(figures);
            reading.settings().ifPresent(settings -> circuits.put(name, settings));
            reading.problems().forEach(problem -> problems.add(name + ": " + problem));
        });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", problems));
        }
        return new CircuitTable(circuits);
    }

    /**
     * What is set for a circuit.
     *
     * @throws IllegalArgumentException if the table doesn't know it
     */
    public CircuitSettings settings(String circuit) {
        var settings = circuits.get(circuit);
        if (settings == null) {
            throw new IllegalArgumentException("nothing is set for the circuit " + circuit
                    + ", only for " + String.join(", ", circuits.keySet()));
        }
        return settings;
    }

    /** The circuits that there are, sorted. */
    public List<String> names() {
        return List.copyOf(circuits.keySet());
    }
}
