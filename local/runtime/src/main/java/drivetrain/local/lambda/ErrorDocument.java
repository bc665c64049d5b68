package drivetrain.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON in which Lambda reports that a function failed (AWS Lambda Developer Guide, "Understanding
 * the Java runtime error format" and "Troubleshoot invocation issues").
 */
final class ErrorDocument {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAXIMUM_CAUSES = 20;
    private static final int MAXIMUM_FRAMES = 100;
    private static final Set<String> OURS = Set.of(Invocation.class.getName(),
            DeploymentPackage.class.getName());

    private ErrorDocument() {}

    /** What a function threw: class name, message, stack and causes. */
    static InvocationResult of(Throwable thrown) {
        return failed(describe(thrown, 0));
    }

    static InvocationResult timedOut(String requestId, Duration timeout) {
        return failed("Sandbox.Timedout",
                String.format(Locale.ROOT, "RequestId: %s Error: Task timed out after %.2f seconds",
                        requestId, timeout.toMillis() / 1000.0));
    }

    static InvocationResult exited(String requestId) {
        return failed("Runtime.ExitError", "RequestId: " + requestId
                + " Error: Runtime exited without providing a reason");
    }

    static InvocationResult responseTooLarge(int bytes, int limit) {
        return failed("Function.ResponseSizeTooLarge", "Response payload size (" + bytes
                + " bytes) exceeded maximum allowed payload size (" + limit + " bytes).");
    }

    static InvocationResult failed(String errorType, String message) {
        return failed(JsonNodeFactory.instance.objectNode().put("errorType", errorType)
                .put("errorMessage", message));
    }

    /** A call that Lambda's API refuses. */
    static InvocationResult refused(InvocationRefused refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("Type", "User").put("Message",
                refusal.getMessage());
        return new InvocationResult(refusal.statusCode(), Optional.of(refusal.code()),
                bytes(body));
    }

    private static InvocationResult failed(ObjectNode document) {
        return new InvocationResult(200, Optional.of("Unhandled"), bytes(document));
    }

    private static ObjectNode describe(Throwable thrown, int depth) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("errorMessage", thrown.getMessage());
        document.put("errorType", thrown.getClass().getName());
        ArrayNode stack = document.putArray("stackTrace");
        Arrays.stream(thrown.getStackTrace()).limit(MAXIMUM_FRAMES)
                .takeWhile(frame -> !OURS.contains(frame.getClassName()))
                .forEach(frame -> stack.add(withoutLoader(frame).toString()));
        if (thrown.getCause() != null && depth < MAXIMUM_CAUSES) {
            document.set("cause", describe(thrown.getCause(), depth + 1));
        }
        return document;
    }

    private static StackTraceElement withoutLoader(StackTraceElement frame) {
        return new StackTraceElement(frame.getClassName(), frame.getMethodName(),
                frame.getFileName(), frame.getLineNumber());
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts can't be written", e);
        }
    }
}
