package drivetrain.redrive;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Functions by ARN: from a payload to an answer. What they throw is a function error. */
final class FakeFunctions implements LambdaClient {
    private static final String PREFIX = "arn:aws:lambda:eu-central-1:000000000000:function:";
    private final Map<String, UnaryOperator<String>> functions = new HashMap<>();

    static String arn(String name) {
        return PREFIX + name;
    }

    void add(String name, UnaryOperator<String> function) {
        functions.put(arn(name), function);
    }

    String call(String arn, String payload) {
        return functions.get(arn).apply(payload);
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        try {
            var answer = call(request.functionName(), request.payload().asUtf8String());
            return InvokeResponse.builder().payload(SdkBytes.fromUtf8String(answer)).build();
        } catch (RuntimeException failed) {
            return InvokeResponse.builder().functionError("Unhandled")
                    .payload(SdkBytes.fromUtf8String(
                            "{\"errorType\":\"" + failed.getClass().getName() + "\"}"))
                    .build();
        }
    }

    @Override
    public String serviceName() {
        return "lambda";
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
