package drivetrain.local;

import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import java.util.concurrent.CompletableFuture;

/** The functions, for what is started while they are being loaded. */
record LateFunctions(CompletableFuture<? extends FunctionInvoker> functions)
        implements
            FunctionInvoker {
    @Override
    public CompletableFuture<InvocationResult> invoke(String functionName, byte[] payload) {
        return functions.thenCompose(invoker -> invoker.invoke(functionName, payload));
    }

    @Override
    public void invokeAsync(String functionName, byte[] payload) {
        functions.join().invokeAsync(functionName, payload);
    }
}
