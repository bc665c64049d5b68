package drivetrain.acceptance.localstack;

import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** The functions of a stack, through Lambda's Invoke API. */
final class RemoteFunctions implements FunctionInvoker, AutoCloseable {
    private final LambdaClient lambda;
    private final UnaryOperator<String> names;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Functions behind a client.
     *
     * @param names
     *            what a function is called there, by what it is called here
     */
    RemoteFunctions(LambdaClient lambda, UnaryOperator<String> names) {
        this.lambda = lambda;
        this.names = names;
    }

    @Override
    public CompletableFuture<InvocationResult> invoke(String functionName, byte[] payload) {
        return CompletableFuture.supplyAsync(() -> call(functionName, payload), calls);
    }

    private InvocationResult call(String functionName, byte[] payload) {
        try {
            InvokeResponse answer = lambda.invoke(request -> request
                    .functionName(names.apply(functionName))
                    .payload(SdkBytes.fromByteArray(payload)));
            return new InvocationResult(answer.statusCode(),
                    Optional.ofNullable(answer.functionError()), answer.payload().asByteArray());
        } catch (LambdaException refused) {
            return new InvocationResult(refused.statusCode(),
                    Optional.of(refused.awsErrorDetails().errorCode()),
                    refused.awsErrorDetails().errorMessage().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void invokeAsync(String functionName, byte[] payload) {
        lambda.invoke(request -> request.functionName(names.apply(functionName))
                .invocationType(InvocationType.EVENT).payload(SdkBytes.fromByteArray(payload)));
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
