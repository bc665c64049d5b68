package drivetrain.states.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.ExecutionStatus;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.time.RealScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RealTimeTest {

    @Test
    void holdsNoThreadWhileThousandsOfExecutionsWait() throws Exception {
        try (RealScheduler scheduler = new RealScheduler()) {
            StatesEngine engine = StatesEngine.on(scheduler).build();
            String machine = engine.stateMachines().create("m", StateMachineType.EXPRESS, null, """
                    {"QueryLanguage": "JSONata", "StartAt": "W", "States": {
                      "W": {"Type": "Wait", "Seconds": 1, "Next": "P"},
                      "P": {"Type": "Pass", "Output": "{% $states.input + 1 %}", "End": true}}}
                    """).arn();
            int threads = Thread.activeCount();

            List<CompletionStage<ExecutionDescription>> running = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                running.add(engine.executions().startSync(new StartExecution(machine, null,
                        JsonNodeFactory.instance.numberNode(i))));
            }

            assertThat(Thread.activeCount() - threads)
                    .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors() + 1);
            for (int i = 0; i < running.size(); i++) {
                ExecutionDescription ended = running.get(i).toCompletableFuture().get(30,
                        TimeUnit.SECONDS);
                assertThat(ended.output().asInt()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void takesAnswersFromOtherThreads() throws Exception {
        try (RealScheduler scheduler = new RealScheduler()) {
            StatesEngine engine = StatesEngine.on(scheduler)
                    .integrations(TaskIntegrations.builder().on("lambda:invoke",
                            call -> CompletableFuture.<JsonNode>supplyAsync(call::arguments))
                            .build())
                    .build();
            String machine = engine.stateMachines().create("m", StateMachineType.STANDARD, null, """
                    {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
                      "ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task",
                        "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}}}}
                    """).arn();
            var items = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < 1_000; i++) {
                items.add(i);
            }

            String arn = engine.executions().start(new StartExecution(machine, "e", items))
                    .executionArn();
            ExecutionDescription ended = engine.executions().finished(arn).toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);

            assertThat(ended.status())
                    .isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(ended.output()).hasToString(items.toString());
        }
    }
}
