package drivetrain.states.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.engine.StatesEngine;
import drivetrain.states.time.RealScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Transitions per second, and the cost of starting an execution; a warm-up comes first.
 *
 * <p>Run it with {@code mvn -q -pl local/states-language test-compile exec:exec@bench}.
 */
public final class StatesBenchmark {

    private static final int IN_FLIGHT = 32;
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long MEASURED_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final StatesEngine engine;

    private StatesBenchmark(RealScheduler scheduler) {
        engine = StatesEngine.on(scheduler).random(new SplittableRandom(1)).rememberFinished(10)
                .build();
    }

    /** Runs all benchmarks. */
    public static void main(String[] arguments) {
        try (RealScheduler scheduler = new RealScheduler()) {
            StatesBenchmark benchmark = new StatesBenchmark(scheduler);
            benchmark.measure("Pass chain of 1,000", Workloads.passChain(1000), 1000,
                    Workloads.empty());
            benchmark.measure("Choice loop of 1,000", Workloads.choiceLoop(1000), 2001,
                    Workloads.counter());
            benchmark.measure("Map of 1,000 items", Workloads.map(), 1001, Workloads.items(1000));
            benchmark.measure("JSONata over 100 orders", Workloads.jsonata(), 1,
                    Workloads.orders(100));
            benchmark.measure("starting one execution", Workloads.passChain(1), 1,
                    Workloads.empty());
        }
    }

    private void measure(String name, String definition, int transitions, JsonNode input) {
        String machine = engine.stateMachines().create(name.replaceAll("[^A-Za-z0-9]", ""),
                StateMachineType.EXPRESS, null, definition).arn();
        run(machine, input, WARM_UP_NANOS);
        long begin = System.nanoTime();
        int executions = run(machine, input, MEASURED_NANOS);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "%-26s %,12.0f transitions/s %,10.0f executions/s%n", name,
                executions * (double) transitions / seconds, executions / seconds);
    }

    private int run(String machine, JsonNode input, long nanos) {
        long end = System.nanoTime() + nanos;
        int executions = 0;
        while (System.nanoTime() < end) {
            List<CompletionStage<ExecutionDescription>> running = new ArrayList<>();
            for (int i = 0; i < IN_FLIGHT; i++) {
                running.add(engine.executions()
                        .startSync(new StartExecution(machine, null, input)));
            }
            for (CompletionStage<ExecutionDescription> stage : running) {
                check(stage.toCompletableFuture().join());
            }
            executions += IN_FLIGHT;
        }
        return executions;
    }

    private static void check(ExecutionDescription execution) {
        if (execution.status() != ExecutionStatus.SUCCEEDED) {
            throw new IllegalStateException(execution.toString());
        }
    }

    /** The machines and inputs. */
    private static final class Workloads {

        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

        private Workloads() {}

        static JsonNode empty() {
            return JSON.objectNode();
        }

        static JsonNode counter() {
            return JSON.objectNode().put("n", 0);
        }

        static JsonNode items(int count) {
            var items = JSON.arrayNode();
            for (int i = 0; i < count; i++) {
                items.add(i);
            }
            return items;
        }

        static JsonNode orders(int count) {
            var input = JSON.objectNode();
            var orders = input.putArray("orders");
            for (int i = 0; i < count; i++) {
                orders.addObject().put("sku", "SKU-" + i).put("quantity", i % 7)
                        .put("price", 1000 + i);
            }
            return input;
        }

        static String passChain(int length) {
            StringBuilder states = new StringBuilder();
            for (int i = 1; i < length; i++) {
                states.append("\"S").append(i).append("\":{\"Type\":\"Pass\",\"Next\":\"S")
                        .append(i + 1).append("\"},");
            }
            return "{\"StartAt\":\"S1\",\"States\":{" + states + "\"S" + length
                    + "\":{\"Type\":\"Pass\",\"End\":true}}}";
        }

        static String choiceLoop(int rounds) {
            return """
                    {"StartAt": "Check", "States": {
                      "Check": {"Type": "Choice", "Default": "Done", "Choices": [
                        {"Variable": "$.n", "NumericLessThan": %d, "Next": "Count"}]},
                      "Count": {"Type": "Pass", "Next": "Check",
                        "Parameters": {"n.$": "States.MathAdd($.n, 1)"}},
                      "Done": {"Type": "Succeed"}}}
                    """.formatted(rounds);
        }

        static String map() {
            return """
                    {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                      "ItemProcessor": {"StartAt": "One", "States": {
                        "One": {"Type": "Pass", "End": true}}}}}}
                    """;
        }

        static String jsonata() {
            return """
                    {"QueryLanguage": "JSONata", "StartAt": "Sum", "States": {"Sum": {
                      "Type": "Pass", "End": true, "Output": {
                        "total": "{% $sum($states.input.orders.(price * quantity)) %}",
                        "skus": "{% [$states.input.orders[quantity > 3].sku] %}",
                        "most": "{% $max($states.input.orders.quantity) %}"}}}}
                    """;
        }
    }
}
