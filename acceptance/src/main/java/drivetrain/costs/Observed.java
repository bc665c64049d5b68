package drivetrain.costs;

import drivetrain.local.meter.Usage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the meter counted while so many orders were placed, carried out and delivered.
 *
 * @param usage
 *            of the system itself, without whoever looked on
 * @param storedBytes
 *            by how much the tables and their indexes grew
 * @param metrics
 *            how many metrics the functions wrote, each combination of dimensions counted
 */
record Observed(int orders, List<Usage> usage, double storedBytes, int metrics) {
    Observed {
        usage = List.copyOf(usage);
    }

    /** Whether a usage is of an operation of a service. */
    static Predicate<Usage> of(String service, String operation) {
        return of(service).and(usage -> usage.operation().equals(operation));
    }

    /** Whether it is of a service, whatever the operation. */
    static Predicate<Usage> of(String service) {
        return usage -> usage.service().equals(service);
    }

    /** How often an order uses what, and what of it is billed, as a table in Markdown. */
    String markdown() {
        Map<String, List<Usage>> alike = usage.stream().collect(Collectors.groupingBy(
                one -> one.service() + " " + one.operation(), TreeMap::new, Collectors.toList()));
        return Table.markdown(2, List.of("service", "what", "an order", "units"),
                alike.values().stream().map(this::row).toList());
    }

    private List<String> row(List<Usage> alike) {
        return List.of(alike.getFirst().service(), alike.getFirst().operation(),
                anOrder(alike, Usage::calls), anOrder(alike, Usage::units));
    }

    private String anOrder(List<Usage> alike, ToDoubleFunction<Usage> amount) {
        return Bill.number(alike.stream().mapToDouble(amount).sum() / orders);
    }
}
