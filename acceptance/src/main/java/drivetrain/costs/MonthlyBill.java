package drivetrain.costs;

import drivetrain.local.meter.Usage;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What a month costs, however many orders there are. */
final class MonthlyBill {
    private static final Duration MONTH = Duration.ofHours(730);
    /** Lambda waits at a queue with five pollers, each of which asks anew after 20 seconds. */
    private static final int POLLERS = 5;
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    /** How long DynamoDB keeps the key of a table for a caller. */
    private static final Duration KEY_KEPT = Duration.ofMinutes(5);
    /** Count, latency, latency of the integration, 4xx and 5xx. */
    private static final int METRICS_OF_A_METHOD = 5;
    private static final double MILLIS = 1_000;

    private final Prices prices;
    private final Assumptions assumed;

    MonthlyBill(Prices prices, Assumptions assumed) {
        this.prices = prices;
        this.assumed = assumed;
    }

    /**
     * What the system costs that nobody uses.
     *
     * @param queues
     *            how many queues Lambda polls
     */
    Bill idle(Inventory inventory, int queues, List<Scheduled> schedules) {
        double runs = schedules.stream().mapToDouble(one -> times(one.every())).sum();
        double seconds = schedules.stream()
                .mapToDouble(one -> times(one.every()) * one.gigabytes()).sum()
                * assumed.invocation().toMillis() / MILLIS;
        return monthly(line("CloudWatch", inventory.alarmMetrics(), "alarms"),
                line("CloudWatch", inventory.dashboards(), "dashboards"),
                line("Secrets Manager", inventory.secrets(), "secrets"),
                line("SQS", queues * POLLERS * times(LONG_POLL), "sqs.requests"),
                line("Lambda", runs, "lambda.requests"),
                line("Lambda", seconds, "lambda.seconds"));
    }

    /** What comes to it when there are orders in every hour: metrics are billed by the hour. */
    Bill busy(Observed observed) {
        int methods = count(observed, "execute-api",
                usage -> usage.operation() + usage.resource());
        int keys = count(observed, "dynamodb", usage -> usage.caller() + usage.resource());
        return monthly(line("CloudWatch", observed.metrics(), "metrics"),
                line("API Gateway", methods * METRICS_OF_A_METHOD, "metrics"),
                line("KMS", keys * times(KEY_KEPT), "kms.requests"));
    }

    private static int count(Observed observed, String service, Function<Usage, String> what) {
        return Math.toIntExact(observed.usage().stream().filter(Observed.of(service)).map(what)
                .distinct().count());
    }

    private Line line(String service, double quantity, String price) {
        return new Line(service, quantity, prices.of(price));
    }

    private static double times(Duration every) {
        return (double) MONTH.toSeconds() / every.toSeconds();
    }

    private static Bill monthly(Line... lines) {
        return new Bill("a month", List.of(lines));
    }
}
