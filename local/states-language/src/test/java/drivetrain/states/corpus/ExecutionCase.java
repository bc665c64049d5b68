package drivetrain.states.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.states.ExecutionDescription;
import drivetrain.states.StartExecution;
import drivetrain.states.StateMachineType;
import drivetrain.states.StatesException;
import drivetrain.states.engine.StatesEngine;
import drivetrain.states.engine.ExecutionAnswers;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.time.VirtualScheduler;
import java.time.Duration;
import java.util.Random;

/** A case of the kind {@code execution}. */
final class ExecutionCase {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode corpusCase;
    private final VirtualScheduler time = new VirtualScheduler();
    private final FakeCloud cloud;
    private final StatesEngine engine;
    private final StatesEngine trusting;

    ExecutionCase(JsonNode corpusCase) {
        this.corpusCase = corpusCase;
        cloud = new FakeCloud(corpusCase);
        FakeServices services = new FakeServices(time, corpusCase);
        trusting = StatesEngine.on(time).at("us-east-1", "222222222222").random(new Random(8))
                .integrations(services.integrations(cloud, TaskIntegrations.builder())).build();
        engine = StatesEngine.on(time).at("us-east-1", "111111111111").random(new Random(7))
                .integrations(services.integrations(cloud, otherAccount())).build();
    }

    Verdict run() throws JsonProcessingException {
        createNeighbours();
        ExecutionDescription started = start(corpusCase.get("state_machine_name").asText(),
                corpusCase.get("definition"), corpusCase.get("workflow_type").asText(),
                corpusCase.get("execution_name").asText(), input());
        startAuxiliaries();
        time.advance(Duration.ofSeconds(1));
        new Driver(corpusCase, engine, cloud).play();
        act();
        time.runUntilIdle();
        return compare(engine.executions().describe(started.executionArn()));
    }

    /** Does what the client did meanwhile; what is refused has no effect. */
    private void act() {
        for (JsonNode action : corpusCase.path("client_actions")) {
            JsonNode params = action.path("params");
            try {
                if (action.path("op").asText().equals("stop_execution")) {
                    engine.executions().stop(params.path("executionArn").asText(),
                            params.path("error").textValue(), params.path("cause").textValue());
                }
            } catch (StatesException e) {
                System.out.println(corpusCase.get("id").asText() + ": " + e.getMessage());
            }
        }
    }

    private JsonNode input() throws JsonProcessingException {
        JsonNode input = corpusCase.get("input");
        return corpusCase.path("input_is_raw_text").asBoolean()
                ? MAPPER.readTree(input.asText())
                : input;
    }

    private void createNeighbours() {
        for (JsonNode arn : corpusCase.path("activities")) {
            String name = arn.asText().substring(arn.asText().lastIndexOf(':') + 1);
            if (corpusCase.get("needs").toString().contains("auxiliary")) {
                engine.activities().create(name);
            }
        }
        for (JsonNode machine : corpusCase.path("state_machines")) {
            StatesEngine home = isTrusting(machine.get("arn").asText()) ? trusting : engine;
            create(home, machine.get("name").asText(), machine.get("definition"),
                    machine.get("type").asText());
        }
    }

    private void startAuxiliaries() throws JsonProcessingException {
        for (JsonNode auxiliary : corpusCase.path("auxiliary_executions")) {
            start(auxiliary.get("name").asText(), auxiliary.get("definition"), "STANDARD",
                    auxiliary.get("name").asText(),
                    MAPPER.readTree(auxiliary.get("input").asText()));
        }
    }

    private static boolean isTrusting(String arn) {
        return arn.contains(":222222222222:");
    }

    /** Starts executions of the other account there, as the state's credentials allow. */
    private TaskIntegrations.Builder otherAccount() {
        if (!isTrusting(corpusCase.path("state_machines").toString())) {
            return TaskIntegrations.builder();
        }
        return TaskIntegrations.builder().on("states:startExecution", call -> {
            JsonNode arguments = call.arguments();
            ExecutionDescription started = trusting.executions().start(new StartExecution(
                    arguments.get("StateMachineArn").asText(), arguments.get("Name").asText(),
                    json(arguments.get("Input"))));
            call.submitted(ExecutionAnswers.started(started));
            return trusting.executions().finished(started.executionArn())
                    .thenApply(ended -> ExecutionAnswers.describe(ended, false));
        });
    }

    private static JsonNode json(JsonNode text) {
        try {
            return MAPPER.readTree(text.asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String create(StatesEngine home, String name, JsonNode definition, String type) {
        return home.stateMachines().create(name, StateMachineType.valueOf(type),
                corpusCase.get("role_arn").asText(), definition.toString()).arn();
    }

    private ExecutionDescription start(String machine, JsonNode definition, String type,
            String name, JsonNode input) {
        return engine.executions()
                .start(new StartExecution(create(engine, machine, definition, type), name, input));
    }

    private Verdict compare(ExecutionDescription actual) {
        JsonNode expected = corpusCase.get("expected");
        if (!expected.get("status").asText().equals(actual.status().name())) {
            return Verdict.failed("status " + actual.status() + " " + actual.failure());
        }
        if (expected.has("output") && !Expected.matches(expected.get("output"), actual.output())) {
            return Verdict.failed("output " + actual.output() + " instead of "
                    + expected.get("output"));
        }
        if (expected.has("error")
                && !expected.get("error").asText().equals(actual.error().orElse(null))) {
            return Verdict.failed("error " + actual.failure());
        }
        boolean cause = expected.has("cause") && !Expected.matches(expected.get("cause"),
                MAPPER.getNodeFactory().textNode(actual.cause().orElse(null)));
        return new Verdict(Events.difference(corpusCase,
                engine.executions().history(actual.executionArn())), cause);
    }
}
