package drivetrain.local.lambda;

import java.util.concurrent.CompletableFuture;

/**
 * The door to the functions of the application, by name, as Lambda's Invoke API offers it.
 * Implementations may be called from any thread and never block the caller.
 */
public interface FunctionInvoker {
    /**
     * Invokes a function and waits for its answer (invocation type {@code RequestResponse}).
     *
     * <p>The future completes normally with whatever Lambda would answer: the function's output,
     * its error ({@link InvocationResult#functionError()}), or a refusal such as
     * {@code TooManyRequestsException} (429). It completes exceptionally only when the runtime
     * itself is broken or closed.
     */
    CompletableFuture<InvocationResult> invoke(String functionName, byte[] payload);

    /**
     * Accepts an event and invokes the function later (invocation type {@code Event}): queued,
     * retried, and sent to the function's failure destination when it can't be handled.
     *
     * @throws InvocationRefused
     *             if the function doesn't exist or the event is too large
     */
    void invokeAsync(String functionName, byte[] payload);
}
