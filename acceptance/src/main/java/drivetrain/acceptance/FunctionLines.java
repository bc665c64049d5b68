package drivetrain.acceptance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.lambda.FunctionLog;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** The lines that functions write while it is open. */
public final class FunctionLines implements FunctionLog, AutoCloseable {
    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private final Consumer<FunctionLines> forget;

    FunctionLines(Consumer<FunctionLines> forget) {
        this.forget = forget;
    }

    /**
     * One line of a function.
     *
     * @param function
     *            its name, as it is deployed
     */
    public record Line(String function, String text) {
        /**
         * The ids of the requests that it says have caused it.
         *
         * @throws IllegalStateException
         *             if it isn't JSON
         */
        public Set<String> correlationIds() {
            try {
                JsonNode json = Http.JSON.readTree(text);
                Set<String> ids = new TreeSet<>();
                json.path("correlationIds").forEach(id -> ids.add(id.asText()));
                if (json.has("correlationId")) {
                    ids.add(json.path("correlationId").asText());
                }
                return ids;
            } catch (JacksonException e) {
                throw new IllegalStateException(function + " wrote a line that isn't JSON: " + text,
                        e);
            }
        }
    }

    /** What was written so far. */
    public List<Line> all() {
        return List.copyOf(lines);
    }

    @Override
    public void write(String functionName, String text) {
        text.lines().filter(line -> !line.isBlank())
                .forEach(line -> lines.add(new Line(functionName, line)));
    }

    /** Hears no more. */
    @Override
    public void close() {
        forget.accept(this);
    }
}
