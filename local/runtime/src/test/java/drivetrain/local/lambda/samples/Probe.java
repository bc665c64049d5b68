package drivetrain.local.lambda.samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what the event says: sleeps, fails, counts, or tells what it sees. */
public final class Probe implements RequestStreamHandler {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Map<String, String> environment;
    private final AtomicInteger served = new AtomicInteger();

    public Probe(Map<String, String> environment) {
        this.environment = environment;
        STARTED.incrementAndGet();
        if (environment.containsKey("BROKEN")) {
            throw new IllegalStateException("missing variables");
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        String[] event = text(input).split(" ", 2);
        String answer = switch (event[0]) {
            case "count" -> STARTED.get() + "/" + served.incrementAndGet();
            case "variable" -> environment.get(event[1]);
            case "context" -> context.getFunctionName() + " " + context.getMemoryLimitInMB() + " "
                    + context.getInvokedFunctionArn() + " "
                    + (context.getRemainingTimeInMillis() > 500);
            case "sees" -> String.valueOf(sees(event[1]));
            case "version" -> version();
            case "sleep" -> sleep(Integer.parseInt(event[1]));
            case "fill" -> "x".repeat(Integer.parseInt(event[1]));
            case "log" -> log(context, event[1]);
            default -> throw new IllegalArgumentException("can't " + event[0],
                    new IOException("because"));
        };
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private String sleep(int millis) {
        try {
            Thread.sleep(millis);
            return "slept " + version();
        } catch (InterruptedException e) {
            return "interrupted";
        }
    }

    private static String log(Context context, String line) {
        context.getLogger().log(line);
        return "logged";
    }

    private static boolean sees(String className) {
        try {
            Class.forName(className);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String version() {
        try (InputStream file = Probe.class.getResourceAsStream("/version.txt")) {
            return text(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(InputStream input) throws IOException {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
}
