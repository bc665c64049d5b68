package drivetrain.costs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The prices, by name. */
final class Prices {
    private static final String FILE = "prices.txt";
    private static final int COLUMNS = 5;

    private final Map<String, Price> byName;

    private Prices(Map<String, Price> byName) {
        this.byName = byName;
    }

    /** Those of {@code prices.txt}. */
    static Prices read() {
        try (InputStream file = Prices.class.getResourceAsStream(FILE)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line for each price: name, dollars, for how many, source, unit. What begins with # is
     * passed over.
     *
     * @throws IllegalArgumentException
     *             naming the line that isn't one
     */
    static Prices parse(String text) {
        Map<String, Price> prices = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] columns = line.split("\\s+", COLUMNS);
            if (columns.length < COLUMNS || prices.put(columns[0], price(columns)) != null) {
                throw new IllegalArgumentException("Not a price, or a second one: " + line);
            }
        });
        return new Prices(prices);
    }

    private static Price price(String[] columns) {
        return new Price(Double.parseDouble(columns[1]), Double.parseDouble(columns[2]),
                columns[3], columns[4]);
    }

    /**
     * A price.
     *
     * @throws IllegalArgumentException
     *             if there is none of this name
     */
    Price of(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no price of " + name));
    }
}
