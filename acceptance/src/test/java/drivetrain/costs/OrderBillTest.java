package drivetrain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import drivetrain.local.meter.Usage;
import drivetrain.local.meter.Use;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each line by hand, from a meter that counted two orders; the bill is of ten. */
class OrderBillTest {
    private static final Prices PRICES = Prices.read();
    private static final Assumptions ASSUMED = new Assumptions(Duration.ofMillis(50),
            Duration.ofMillis(1_010), 512, 0.1, 3);
    private static final Map<String, Deployed> FUNCTIONS = Map.of(
            "Place", new Deployed(1, false, false), "Charge", new Deployed(4, true, false),
            "Publish", new Deployed(0.5, false, true));
    private static final double GIGABYTE = 1L << 30;

    @Test
    void functionsAreBilledByRequestsAndByMemoryForTheTimeAssumed() {
        Bill bill = bill(invocations("Place", 4), invocations("Charge", 2));

        assertThat(quantity(bill, "lambda.requests")).isEqualTo(30);
        // Ten orders: 20 times 1 GB for 50 ms, and 10 times 4 GB for 1,010 ms.
        assertThat(quantity(bill, "lambda.seconds")).isCloseTo(41.4, within(1e-9));
        assertThat(bill.total()).isGreaterThan(41.4 * 0.0000133334 + 30 * 0.2 / 1e6);
    }

    @Test
    void workflowsAreBilledByTransitionsOrByTheTimeTheyTakeInTenths() {
        Bill bill = bill(used("states", "StateTransition", 2, 0, 32),
                used("states", "ExpressExecution", 6, 0, 99));

        assertThat(quantity(bill, "states.transitions")).isEqualTo(160);
        assertThat(quantity(bill, "express.requests")).isEqualTo(30);
        // 1,060 ms are eleven tenths, and 64 MB a sixteenth of a GB.
        assertThat(quantity(bill, "express.seconds")).isCloseTo(30 * 1.1 / 16, within(1e-9));
    }

    @Test
    void tablesAreBilledByUnitsAndAWriteThatIsRefusedCostsOne() {
        Bill bill = bill(used("dynamodb", "PutItem", 4, 1, 6), used("dynamodb", "Query", 4, 0, 2),
                used("dynamodb", "GetItem", 9, 3, 1));

        assertThat(quantity(bill, "dynamodb.writes")).isEqualTo(35);
        assertThat(quantity(bill, "dynamodb.reads")).isEqualTo(15);
    }

    @Test
    void eventsAreBilledBySizeAndQueuesByRequest() {
        Bill bill = bill(used("events", "CustomEvent", 2, 0, 6),
                used("events", "PutEvents", 2, 0, 0), used("sqs", "SendMessage", 2, 0, 0),
                used("sqs", "ReceiveMessage", 1, 0, 0));

        assertThat(quantity(bill, "events")).isEqualTo(30);
        assertThat(quantity(bill, "sqs.requests")).isEqualTo(15);
    }

    @Test
    void logsAreWhatFunctionsWriteAndWhatLambdaAdds() {
        Bill bill = bill(invocations("Place", 2), used("logs", "PutLogEvents", 6, 0, 1_024));

        assertThat(quantity(bill, "logs.ingested") * GIGABYTE).isCloseTo(5 * 2_048,
                within(1e-6));
    }

    @Test
    void aTraceBeginsWithARequestOrWithAStream() {
        Bill bill = bill(used("execute-api", "POST", 2, 0, 0), invocations("Place", 2),
                invocations("Publish", 6));

        assertThat(quantity(bill, "api.requests")).isEqualTo(10);
        assertThat(quantity(bill, "traces")).isCloseTo(0.1 * 40, within(1e-9));
    }

    @Test
    void whatIsKeptIsBilledByTheMonthAndLogsForTheTimeTheyAreKept() {
        Observed observed = new Observed(2, List.of(used("logs", "PutLogEvents", 6, 0, GIGABYTE)),
                GIGABYTE, 0);
        Bill kept = new OrderBill(FUNCTIONS, PRICES, ASSUMED, observed, 10).kept(15);

        assertThat(quantity(kept, "dynamodb.storage")).isEqualTo(5);
        assertThat(quantity(kept, "dynamodb.recovery")).isEqualTo(5);
        assertThat(quantity(kept, "logs.stored")).isEqualTo(2.5);
        assertThat(kept.total()).isCloseTo(5 * 0.306 + 5 * 0.2448 + 2.5 * 0.0324, within(1e-9));
    }

    private static Bill bill(Usage... usage) {
        return new OrderBill(FUNCTIONS, PRICES, ASSUMED,
                new Observed(2, List.of(usage), 0, 0), 10).made();
    }

    private static Usage invocations(String function, long calls) {
        return new Usage(new Use("lambda", "lambda", "Invocation", function), calls, 0, 7);
    }

    private static Usage used(String service, String operation, long calls, long failures,
            double units) {
        return new Usage(new Use("x", service, operation, "y"), calls, failures, units);
    }

    private static double quantity(Bill bill, String price) {
        return bill.lines().stream().filter(line -> line.price().equals(PRICES.of(price)))
                .mapToDouble(Line::quantity).sum();
    }
}
