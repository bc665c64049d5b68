package drivetrain.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One invocation of a handler, as Lambda would make it.
 *
 * @param output what the function answered, as text
 * @param log the lines that it logged
 */
public record FunctionRun(String output, List<String> log) {
    /** Calls a handler with a JSON payload; what it throws reaches the caller. */
    public static FunctionRun of(RequestStreamHandler handler, String payload) {
        var context = new TestContext(handler.getClass().getSimpleName());
        var output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), output,
                    context);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new FunctionRun(output.toString(StandardCharsets.UTF_8), context.lines());
    }
}
