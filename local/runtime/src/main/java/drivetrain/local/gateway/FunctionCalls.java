package drivetrain.local.gateway;

import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Synchronous invocations with a time limit. */
record FunctionCalls(FunctionInvoker functions) {

    /** The longest that API Gateway waits, and what it waits by default. */
    static final Duration LIMIT = Duration.ofSeconds(29);

    /** What the function, or Lambda, answers; empty if it takes too long. */
    Optional<InvocationResult> call(String function, byte[] event, Duration timeout) {
        CompletableFuture<InvocationResult> result = functions.invoke(function, event);
        try {
            return Optional.of(result.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Function " + function + " can't be invoked",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GatewayRefusal.of(GatewayResponseType.INTEGRATION_FAILURE);
        }
    }
}
