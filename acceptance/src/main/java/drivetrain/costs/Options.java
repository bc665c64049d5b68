package drivetrain.costs;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * What the costs are asked for.
 *
 * @param orders
 *            how many are counted
 */
record Options(int orders, Assumptions assumed, boolean help) {
    static final String HELP = """
            Places orders on a runtime of its own, counts what AWS would bill, and prints what a
            million of them cost, and a month without any. See docs/deploying.md.

            Usage: ./load --costs [options]

              --orders N             how many orders are counted (default 10)
              --gets N               how often a buyer looks after an order (default 3)
              --invocation-millis N  how long a function runs that calls no provider (default 40)
              --provider-millis N    how long one runs that does (default 1000)
              --traced-percent N     how many traces X-Ray keeps (default 5)
              --help                 print this
            """;
    private static final int MOST = 100_000;
    private static final double PERCENT = 100;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException
     *             if they don't make sense, with what to say about it
     */
    static Options parse(List<String> arguments) {
        int orders = 10;
        Assumptions assumed = Assumptions.DEFAULT;
        boolean help = false;
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String option = left.next();
            switch (option) {
                case "--orders" -> orders = Math.max(1, number(option, left));
                case "--gets" -> assumed = assumed.withGets(number(option, left));
                case "--invocation-millis" ->
                    assumed = assumed.withInvocation(Duration.ofMillis(number(option, left)));
                case "--provider-millis" ->
                    assumed = assumed.withProvider(Duration.ofMillis(number(option, left)));
                case "--traced-percent" ->
                    assumed = assumed.withTraced(number(option, left) / PERCENT);
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException(
                        "There is no option " + option + "; see --help.");
            }
        }
        return new Options(orders, assumed, help);
    }

    private static int number(String option, Iterator<String> left) {
        String value = left.hasNext() ? left.next() : "";
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) > MOST) {
            throw new IllegalArgumentException(option + " needs a number up to " + MOST + ", not "
                    + (value.isEmpty() ? "nothing" : value) + ".");
        }
        return Integer.parseInt(value);
    }
}
