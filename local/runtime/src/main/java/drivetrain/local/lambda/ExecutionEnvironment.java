package drivetrain.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.UUID;

/**
 * A handler and the code that it runs. Serves one invocation at a time, and is reused for the next
 * one unless it crashed, timed out or its code was replaced.
 */
final class ExecutionEnvironment {
    private final DeploymentPackage code;
    private final RequestStreamHandler handler;
    private final String logStream = "local/[$LATEST]" + UUID.randomUUID();

    ExecutionEnvironment(DeploymentPackage code, RequestStreamHandler handler) {
        this.code = code;
        this.handler = handler;
    }

    RequestStreamHandler handler() {
        return handler;
    }

    String logStream() {
        return logStream;
    }

    ClassLoader loader() {
        return code.loader();
    }

    boolean isOutdated() {
        return code.isRetired();
    }

    void discard() {
        code.release();
    }
}
