package drivetrain.costs;

import drivetrain.local.meter.ExpressBilling;
import drivetrain.local.meter.Usage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What orders cost, by what the meter counted of some. */
final class OrderBill {
    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan",
            "TransactGetItems");
    private static final Predicate<Usage> INVOCATIONS = Observed.of("lambda", "Invocation");
    private static final double DAYS_A_MONTH = 30;
    private static final double MILLIS = 1_000;
    private static final double BYTES_A_GIGABYTE = 1L << 30;

    private final Map<String, Deployed> functions;
    private final Prices prices;
    private final Assumptions assumed;
    private final Observed observed;
    private final int orders;

    /**
     * Extrapolates.
     *
     * @param functions
     *            by name
     * @param orders
     *            to so many
     */
    OrderBill(Map<String, Deployed> functions, Prices prices, Assumptions assumed,
            Observed observed, int orders) {
        this.functions = Map.copyOf(functions);
        this.prices = prices;
        this.assumed = assumed;
        this.observed = observed;
        this.orders = orders;
    }

    /** To take them in, carry them out and tell of them. */
    Bill made() {
        return bill(Stream.of(functions(), workflows(), data(), messages(), watching())
                .flatMap(List::stream).toList());
    }

    private List<Line> functions() {
        return List.of(line("API Gateway", requests(), "api.requests"),
                line("Lambda", invocations(), "lambda.requests"),
                line("Lambda", all(INVOCATIONS, this::gigabyteSeconds), "lambda.seconds"));
    }

    private double requests() {
        return all(Observed.of("execute-api"), Usage::calls);
    }

    private double invocations() {
        return all(INVOCATIONS, Usage::calls);
    }

    /** The meter's own seconds are those of a laptop. */
    private double gigabyteSeconds(Usage invocations) {
        Deployed function = functions.get(invocations.resource());
        var time = function.callsAProvider() ? assumed.provider() : assumed.invocation();
        return invocations.calls() * function.gigabytes() * time.toMillis() / MILLIS;
    }

    private List<Line> workflows() {
        double express = all(Observed.of("states", "ExpressExecution"), Usage::calls);
        return List.of(line("Step Functions",
                all(Observed.of("states", "StateTransition"), Usage::units), "states.transitions"),
                line("Step Functions", express, "express.requests"),
                line("Step Functions", express * expressGigabyteSeconds(),
                        "express.seconds"));
    }

    /** A guarded call lasts as long as the provider, and a little. */
    private double expressGigabyteSeconds() {
        return ExpressBilling.gigabyteSeconds(assumed.provider().plus(assumed.invocation()));
    }

    private List<Line> data() {
        Predicate<Usage> tables = Observed.of("dynamodb");
        Predicate<Usage> reads = tables.and(usage -> READS.contains(usage.operation()));
        // A write whose condition fails is billed too, and has no units in its answer.
        return List.of(line("DynamoDB", all(tables.and(reads.negate()),
                usage -> usage.units() + usage.failures()), "dynamodb.writes"),
                line("DynamoDB", all(reads, Usage::units), "dynamodb.reads"));
    }

    private List<Line> messages() {
        return List.of(
                line("EventBridge", all(Observed.of("events", "CustomEvent"), Usage::units),
                        "events"),
                line("SQS", all(Observed.of("sqs"), Usage::calls), "sqs.requests"));
    }

    private List<Line> watching() {
        return List.of(line("CloudWatch Logs", logGigabytes(), "logs.ingested"),
                line("X-Ray", assumed.traced() * (requests() + streamed()), "traces"));
    }

    private double logGigabytes() {
        return (all(Observed.of("logs"), Usage::units) + invocations() * assumed.platformBytes())
                / BYTES_A_GIGABYTE;
    }

    /** What a stream starts has no trace to continue. */
    private double streamed() {
        return all(INVOCATIONS.and(usage -> functions.get(usage.resource()).streamed()),
                Usage::calls);
    }

    /** To keep them for a month, and their logs for so many days. */
    Bill kept(int logDays) {
        double gigabytes = observed.storedBytes() * times() / BYTES_A_GIGABYTE;
        return bill(List.of(line("DynamoDB", gigabytes, "dynamodb.storage"),
                line("DynamoDB", gigabytes, "dynamodb.recovery"),
                line("CloudWatch Logs", logGigabytes() * Math.min(1, logDays / DAYS_A_MONTH),
                        "logs.stored")));
    }

    private double all(Predicate<Usage> which, ToDoubleFunction<Usage> amount) {
        return times() * observed.usage().stream().filter(which).mapToDouble(amount).sum();
    }

    private double times() {
        return (double) orders / observed.orders();
    }

    private Line line(String service, double quantity, String price) {
        return new Line(service, quantity, prices.of(price));
    }

    private static Bill bill(List<Line> lines) {
        return new Bill("all orders", lines);
    }
}
