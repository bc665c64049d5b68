package drivetrain.inventory.domain;

import drivetrain.kernel.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What one order asks for: 1 to {@value #MAX_LINES} lines of distinct products, in the order of
 * their SKUs, so that two lists of the same lines are equal however they were sent. The limit
 * keeps a reservation within one DynamoDB transaction of 100 items (Developer Guide,
 * "TransactWriteItems").
 */
public record Lines(List<Line> values) {
    public static final int MAX_LINES = 99;

    public Lines {
        values = values.stream().sorted(Comparator.comparing(line -> line.sku().value())).toList();
        if (values.isEmpty() || values.size() > MAX_LINES) {
            throw new IllegalArgumentException("an order has 1 to " + MAX_LINES + " lines");
        }
        if (values.stream().map(Line::sku).distinct().count() < values.size()) {
            throw new IllegalArgumentException("an order names each product once");
        }
    }

    /** The products asked for, in order. */
    public List<Sku> skus() {
        return values.stream().map(Line::sku).toList();
    }

    List<Movement> each(Function<Line, Movement> movement) {
        return values.stream().map(movement).toList();
    }
}
