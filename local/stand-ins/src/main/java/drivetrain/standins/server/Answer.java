package drivetrain.standins.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** One HTTP response, always JSON. */
public record Answer(int status, Map<String, String> headers, JsonNode body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, Map.of(), body);
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
