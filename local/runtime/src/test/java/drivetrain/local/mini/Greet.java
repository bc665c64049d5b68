package drivetrain.local.mini;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers the API with the greeting of its environment, and anything else with what it was sent. */
public final class Greet implements RequestStreamHandler {
    private final String greeting;

    public Greet(Map<String, String> environment) {
        this.greeting = environment.get("GREETING");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        String answer = event.contains("\"httpMethod\"")
                ? "{\"statusCode\": 200, \"body\": \"" + greeting + "\"}"
                : "{\"greeting\": \"" + greeting + "\", \"got\": " + event + "}";
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
