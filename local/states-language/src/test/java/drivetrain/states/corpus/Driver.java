package drivetrain.states.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.states.engine.StatesEngine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what a case's driver did: takes the token from a message, and answers it. */
final class Driver {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String script;
    private final StatesEngine engine;
    private final FakeCloud cloud;

    Driver(JsonNode corpusCase, StatesEngine engine, FakeCloud cloud) {
        script = corpusCase.path("driver").asText();
        this.engine = engine;
        this.cloud = cloud;
    }

    void play() throws JsonProcessingException {
        if (script.isEmpty()) {
            return;
        }
        JsonNode message = MAPPER.readTree(cloud.takeMessage());
        String token = message.get("TaskToken").asText();
        if (script.contains("SendTaskHeartbeat 10 times")) {
            for (int i = 0; i < 10; i++) {
                engine.taskTokens().heartbeat(token);
            }
        }
        if (script.contains("SendTaskFailure")) {
            engine.taskTokens().fail(token, quoted("error"), quoted("cause"));
        } else {
            String output = quoted("output");
            engine.taskTokens().succeed(token, output == null ? message : MAPPER.readTree(output));
        }
    }

    /** The value that the script gives for a parameter, or null. */
    private String quoted(String parameter) {
        Matcher matcher = Pattern.compile(parameter + "\\s*=\\s*(['\"])(.*?)\\1").matcher(script);
        return matcher.find() ? matcher.group(2) : null;
    }
}
