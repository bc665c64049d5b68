package drivetrain.states.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.InvalidDefinitionException;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.time.RealScheduler;
import drivetrain.states.time.VirtualScheduler;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RobustnessTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PASS = "{\"Type\":\"Pass\",\"End\":true}";

    private final VirtualScheduler time = new VirtualScheduler();
    private final StatesEngine engine = StatesEngine.on(time).random(new Random(1)).build();

    private ExecutionDescription run(StateMachineType type, String definition, JsonNode input) {
        String machine = engine.stateMachines().create("m", type, null, definition).arn();
        String arn = engine.executions().start(new StartExecution(machine, "e", input))
                .executionArn();
        return time.runUntilDone(engine.executions().finished(arn));
    }

    private static String nested(int depth) {
        String graph = "{\"StartAt\":\"P0\",\"States\":{\"P0\":" + PASS + "}}";
        for (int i = 1; i < depth; i++) {
            graph = "{\"StartAt\":\"P" + i + "\",\"States\":{\"P" + i
                    + "\":{\"Type\":\"Parallel\",\"End\":true,\"Branches\":[" + graph + "]}}}";
        }
        return graph;
    }

    private static JsonNode items(int count) {
        ArrayNode items = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            items.add(i % 10);
        }
        return items;
    }

    /** Never reaches its only end. */
    private static String loop(String state) {
        return "{\"TimeoutSeconds\":60,\"StartAt\":\"L\",\"States\":{\"L\":{" + state
                + ",\"Next\":\"C\"},\"C\":{\"Type\":\"Choice\",\"Default\":\"L\",\"Choices\":[{"
                + "\"Variable\":\"$.never\",\"IsPresent\":true,\"Next\":\"E\"}]},"
                + "\"E\":{\"Type\":\"Succeed\"}}}";
    }

    private static String map(String config) {
        return "{\"StartAt\":\"M\",\"States\":{\"M\":{\"Type\":\"Map\",\"End\":true,"
                + "\"ItemProcessor\":{" + config + "\"StartAt\":\"P\",\"States\":{\"P\":" + PASS
                + "}}}}}";
    }

    @Test
    void refusesADefinitionThatIsNestedAThousandDeep() {
        assertThatThrownBy(() -> run(StateMachineType.STANDARD, nested(1000), JSON.objectNode()))
                .isInstanceOf(InvalidDefinitionException.class).hasMessageContaining("depth");
    }

    @Test
    void runsADefinitionThatIsNestedTwoHundredDeep() {
        ExecutionDescription ended = run(StateMachineType.STANDARD, nested(200),
                JSON.numberNode(1));

        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void refusesAnInputOfFiveMegabytes() {
        JsonNode input = JSON.textNode("x".repeat(5_000_000));

        assertThatThrownBy(() -> run(StateMachineType.STANDARD, map(""), input))
                .isInstanceOf(StatesException.class).hasMessageContaining("262144");
    }

    @Test
    void endsAnInlineMapOfAHundredThousandItemsAtTheHistoryLimit() {
        ExecutionDescription ended = run(StateMachineType.STANDARD, map(""), items(100_000));

        assertThat(ended.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(ended.cause()).hasValueSatisfying(c -> assertThat(c).contains("25000"));
        assertThat(engine.executions().history(ended.executionArn())).hasSize(25_000);
    }

    @Test
    void runsADistributedMapOfAHundredThousandItems() {
        ExecutionDescription ended = run(StateMachineType.STANDARD,
                map("\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"EXPRESS\"},"),
                items(100_000));

        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(ended.output()).hasSize(100_000);
    }

    @Test
    void endsAnEndlessLoopAtTheHistoryLimit() {
        ExecutionDescription ended = run(StateMachineType.STANDARD,
                loop("\"Type\":\"Pass\""), JSON.objectNode());

        assertThat(ended.error()).contains("States.Runtime");
    }

    @Test
    void endsAnEndlessLoopOfWaitsAtItsTimeout() {
        ExecutionDescription ended = run(StateMachineType.STANDARD,
                loop("\"Type\":\"Wait\",\"Seconds\":1"), JSON.objectNode());

        assertThat(ended.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(ended.stopDate()).isEqualTo(ended.startDate().plusSeconds(60));
    }

    @Test
    void endsAnEndlessLoopInRealTime() throws Exception {
        try (RealScheduler real = new RealScheduler()) {
            StatesEngine live = StatesEngine.on(real).historyLimit(25_000, 50_000_000).build();
            String machine = live.stateMachines().create("m", StateMachineType.EXPRESS, null,
                    loop("\"Type\":\"Pass\"").replace(":60,", ":1,")).arn();

            ExecutionDescription ended = live.executions()
                    .startSync(new StartExecution(machine, null, JSON.objectNode()))
                    .toCompletableFuture().get(30, TimeUnit.SECONDS);

            assertThat(ended.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        }
    }

    @Test
    void failsAnExpressionThatNeverEnds() {
        ExecutionDescription ended = run(StateMachineType.STANDARD, """
                {"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Pass",
                  "Output": "{% ($f := function($x) {1 + $f($x + 1)}; $f(1)) %}", "End": true}}}
                """, JSON.objectNode());

        assertThat(ended.error()).contains("States.QueryEvaluationError");
    }

    @Test
    void failsAResultThatIsTooBig() {
        ExecutionDescription ended = run(StateMachineType.STANDARD, """
                {"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Pass",
                  "Output": "{% [1..100000] %}", "End": true}}}
                """, JSON.objectNode());

        assertThat(ended.error()).contains("States.DataLimitExceeded");
    }
}
