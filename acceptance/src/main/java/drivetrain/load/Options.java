package drivetrain.load;

import drivetrain.acceptance.Provider;
import drivetrain.acceptance.RunningSystem;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the load run is asked for.
 *
 * @param running
 *            the system to drive; empty: one is started, and stopped afterwards
 */
record Options(int orders, int concurrency, int warmUp, Optional<RunningSystem> running,
        boolean help) {
    static final String HELP = """
            Places orders, waits until each is fulfilled, and checks that money and stock balance.

            Usage: ./load [options]

              --orders N         how many orders are measured (default 500)
              --concurrency N    how many are under way at a time (default 16)
              --warm-up N        how many go before, unmeasured (default 100)
              --costs            instead: what orders would cost on AWS (--costs --help)
              --help             print this

            Without these a system is started for the run; with all, a running one is driven:

              --api-url URL      the API, such as http://localhost:3000
              --aws-url URL      the AWS endpoint, such as http://localhost:4566
              --token-url URL    where user and scope are posted for a token
              --payments-url URL the stand-in for Stripe
              --carrier-url URL  the stand-in for EasyPost
            """;
    private static final int MOST = 1_000_000;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException
     *             if they don't make sense, with what to say about it
     */
    static Options parse(List<String> arguments) {
        Reading reading = new Reading(arguments.iterator());
        while (reading.left.hasNext()) {
            reading.next();
        }
        return new Options(reading.orders, reading.concurrency, reading.warmUp, reading.running(),
                reading.help);
    }

    private static final class Reading {
        private final Iterator<String> left;
        private int orders = 500;
        private int concurrency = 16;
        private int warmUp = 100;
        private boolean help;
        private URI api;
        private URI aws;
        private URI tokens;
        private URI payments;
        private URI carrier;

        private Reading(Iterator<String> left) {
            this.left = left;
        }

        private void next() {
            String option = left.next();
            switch (option) {
                case "--orders" -> orders = number(option, 1);
                case "--concurrency" -> concurrency = number(option, 1);
                case "--warm-up" -> warmUp = number(option, 0);
                case "--api-url" -> api = url(option);
                case "--aws-url" -> aws = url(option);
                case "--token-url" -> tokens = url(option);
                case "--payments-url" -> payments = url(option);
                case "--carrier-url" -> carrier = url(option);
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException(
                        "There is no option " + option + "; see --help.");
            }
        }

        private Optional<RunningSystem> running() {
            if (api == null && aws == null && tokens == null && payments == null
                    && carrier == null) {
                return Optional.empty();
            }
            if (api == null || aws == null || tokens == null || payments == null
                    || carrier == null) {
                throw new IllegalArgumentException(
                        "To drive a running system, give all five URLs; see --help.");
            }
            return Optional.of(new RunningSystem(api, aws, tokens, new Provider(payments),
                    new Provider(carrier)));
        }

        private int number(String option, int least) {
            String value = value(option);
            if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) > MOST
                    || Integer.parseInt(value) < least) {
                throw new IllegalArgumentException(option + " needs a number from " + least
                        + " to " + MOST + ", not " + value + ".");
            }
            return Integer.parseInt(value);
        }

        private URI url(String option) {
            String value = value(option);
            if (!value.matches("https?://\\S+")) {
                throw new IllegalArgumentException(option + " needs a URL, not " + value + ".");
            }
            return URI.create(value.replaceAll("/+$", ""));
        }

        private String value(String option) {
            if (!left.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value; see --help.");
            }
            return left.next();
        }
    }
}
