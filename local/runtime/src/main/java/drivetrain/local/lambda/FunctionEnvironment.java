package drivetrain.local.lambda;

import drivetrain.local.template.FunctionResource;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment variables of a function: the template's, and those that Lambda defines (AWS
 * Lambda Developer Guide, "Defined runtime environment variables").
 */
final class FunctionEnvironment {
    private FunctionEnvironment() {}

    static Map<String, String> of(FunctionResource function, LambdaOptions options) {
        Map<String, String> variables = new HashMap<>(function.environment());
        variables.put("_HANDLER", function.handler());
        variables.put("AWS_REGION", options.region());
        variables.put("AWS_DEFAULT_REGION", options.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                String.valueOf(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_ACCESS_KEY_ID", AccessKeys.idOf(function.name()));
        variables.put("AWS_SECRET_ACCESS_KEY", AccessKeys.secretOf(function.name()));
        variables.put("AWS_SESSION_TOKEN", "local");
        variables.put("AWS_ENDPOINT_URL", options.awsEndpoint().toString());
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        return Map.copyOf(variables);
    }
}
