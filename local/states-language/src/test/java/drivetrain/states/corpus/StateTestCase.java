package drivetrain.states.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.states.ErrorOutput;
import drivetrain.states.StatesException;
import drivetrain.states.TestStateRequest;
import drivetrain.states.TestStateResult;
import drivetrain.states.engine.StatesEngine;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.time.VirtualScheduler;
import java.util.Random;

/** A case of the kind {@code test_state}. */
final class StateTestCase {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode corpusCase;
    private final JsonNode request;
    private final JsonNode expected;

    StateTestCase(JsonNode corpusCase) {
        this.corpusCase = corpusCase;
        request = corpusCase.get("request");
        expected = corpusCase.get("expected");
    }

    Verdict run() throws JsonProcessingException {
        VirtualScheduler time = new VirtualScheduler();
        StatesEngine engine = StatesEngine.on(time).at("us-east-1", "111111111111")
                .random(new Random(7)).integrations(new FakeServices(time, corpusCase)
                        .integrations(new FakeCloud(corpusCase), TaskIntegrations.builder()))
                .build();
        try {
            return compare(time.runUntilDone(engine.testState(request())));
        } catch (StatesException e) {
            return refused(e);
        }
    }

    /** A null status stands for a refusal whose text wasn't recorded. */
    private Verdict refused(StatesException e) {
        if (expected.path("status").isNull()) {
            return Verdict.passed();
        }
        boolean same = e.code().name().equals(expected.path("api_error").asText())
                && e.getMessage().equals(expected.path("message").asText());
        return same ? Verdict.passed() : Verdict.failed(e.code() + ": " + e.getMessage());
    }

    private TestStateRequest request() throws JsonProcessingException {
        return new TestStateRequest(corpusCase.get("definition").toString(), text("stateName"),
                text("roleArn"), corpusCase.get("input"),
                TestStateRequest.Level.valueOf(request.path("inspectionLevel").asText("INFO")),
                mock(), configuration(), json("variables"), json("context"));
    }

    private String text(String name) {
        return request.path(name).textValue();
    }

    private JsonNode json(String name) throws JsonProcessingException {
        return request.has(name) ? MAPPER.readTree(text(name)) : null;
    }

    private TestStateRequest.Mock mock() {
        JsonNode mock = request.get("mock");
        if (mock == null) {
            return null;
        }
        JsonNode error = mock.get("errorOutput");
        return new TestStateRequest.Mock(mock.path("result").textValue(),
                error == null
                        ? null
                        : new ErrorOutput(error.path("error").textValue(),
                                error.path("cause").textValue()),
                mock.path("fieldValidationMode").textValue());
    }

    private TestStateRequest.Configuration configuration() {
        JsonNode given = request.get("stateConfiguration");
        return given == null
                ? null
                : new TestStateRequest.Configuration(
                        number(given, "retrierRetryCount"),
                        given.path("errorCausedByState").textValue(),
                        number(given, "mapIterationFailureCount"),
                        given.path("mapItemReaderData").textValue());
    }

    private static Integer number(JsonNode given, String name) {
        return given.has(name) ? given.get(name).asInt() : null;
    }

    private Verdict compare(TestStateResult actual) {
        boolean same = actual.status().name().equals(expected.path("status").asText())
                && !differs("output", actual.output())
                && !differs("inspectionData", actual.inspectionData())
                && text("error", actual.error()) && text("nextState", actual.nextState());
        return same
                ? new Verdict(null, !text("cause", actual.cause()))
                : Verdict.failed(actual + " instead of " + expected);
    }

    private boolean text(String name, String actual) {
        return expected.path(name).asText().equals(actual == null ? "" : actual);
    }

    private boolean differs(String name, JsonNode actual) {
        return expected.has(name)
                ? !Expected.matches(expected.get(name), actual)
                : actual != null;
    }
}
