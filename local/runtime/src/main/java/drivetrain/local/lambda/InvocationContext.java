package drivetrain.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import drivetrain.local.template.FunctionResource;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a function may ask about its invocation. */
final class InvocationContext implements Context, LambdaLogger {
    private final FunctionResource function;
    private final String requestId;
    private final String logStream;
    private final FunctionLog log;
    private final long deadlineNanos;

    InvocationContext(FunctionResource function, String requestId, String logStream,
            FunctionLog log) {
        this.function = function;
        this.requestId = requestId;
        this.logStream = logStream;
        this.log = log;
        this.deadlineNanos = System.nanoTime() + function.timeout().toNanos();
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.name();
    }

    @Override
    public String getLogStreamName() {
        return logStream;
    }

    @Override
    public String getFunctionName() {
        return function.name();
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return function.arn();
    }

    @Override
    public CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        return (int) Math.max(0, left);
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memoryMegabytes();
    }

    @Override
    public LambdaLogger getLogger() {
        return this;
    }

    @Override
    public void log(String message) {
        log.write(function.name(), message);
    }

    @Override
    public void log(byte[] message) {
        log.write(function.name(), new String(message, StandardCharsets.UTF_8));
    }
}
