package drivetrain.local.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationRefused;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.template.FunctionResource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lambda's REST API: Invoke, GetFunction, GetFunctionConfiguration and ListFunctions. */
final class LambdaProtocol {
    static final String ROOT = "/2015-03-31/functions";

    private static final String JSON = "application/json";
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_REFUSAL = 300;

    private final List<FunctionResource> functions;
    private final FunctionInvoker invoker;
    private final Services services;

    LambdaProtocol(List<FunctionResource> functions, FunctionInvoker invoker, Services services) {
        this.functions = functions;
        this.invoker = invoker;
        this.services = services;
    }

    HttpAnswer answer(HttpCall call) {
        var parts = call.path().substring(ROOT.length()).split("/", -1);
        var name = parts.length > 1 ? functionName(parts[1]) : "";
        var action = parts.length > 2 ? parts[2] : "";
        try {
            return switch (call.method() + " " + action) {
                case "POST invocations" -> invoke(call, name, parts[1]);
                case "GET " -> metered(call, name.isEmpty() ? "ListFunctions" : "GetFunction",
                        name.isEmpty() ? list() : describe(find(name)));
                case "GET configuration" ->
                    metered(call, "GetFunctionConfiguration", configuration(find(name)));
                default -> throw new AwsFailure(BAD_REQUEST, "UnknownOperationException",
                        "The local runtime's Lambda has Invoke, GetFunction, "
                                + "GetFunctionConfiguration and ListFunctions");
            };
        } catch (AwsFailure failure) {
            return error(failure.statusCode(), failure.code(), failure.getMessage());
        } catch (InvocationRefused refused) {
            return error(refused.statusCode(), refused.code(), refused.getMessage());
        }
    }

    private HttpAnswer metered(HttpCall call, String operation, ObjectNode answer) {
        return services.metered(new ServiceCall(call.caller(), "lambda", operation),
                () -> HttpAnswer.ok(JSON, bytes(answer)));
    }

    private HttpAnswer invoke(HttpCall call, String name, String asked) {
        var metered = new ServiceCall(call.caller(), "lambda", "Invoke");
        var payload = call.body().length == 0 ? bytes(object()) : call.body();
        var qualified = URLDecoder.decode(asked, StandardCharsets.UTF_8)
                + call.parameter("Qualifier").map(qualifier -> ":" + qualifier).orElse("");
        services.checkInvocation(call.caller(), qualified);
        return services.metered(metered,
                () -> switch (call.find("X-Amz-Invocation-Type").orElse("RequestResponse")) {
                    case "RequestResponse" ->
                        toAnswer(invoker.invoke(nameOf(qualified), payload).join());
                    case "Event" -> {
                        invoker.invokeAsync(nameOf(qualified), payload);
                        yield new HttpAnswer(ACCEPTED, JSON, Map.of(), new byte[0]);
                    }
                    case "DryRun" -> {
                        find(name);
                        yield new HttpAnswer(NO_CONTENT, JSON, Map.of(), new byte[0]);
                    }
                    case String other -> throw new AwsFailure(BAD_REQUEST,
                            "InvalidParameterValueException", "no invocation type " + other);
                });
    }

    private static HttpAnswer toAnswer(InvocationResult result) {
        var headers = new HashMap<>(Map.of("X-Amz-Executed-Version", "$LATEST"));
        if (result.statusCode() >= FIRST_REFUSAL) {
            headers.put("x-amzn-ErrorType", result.functionError().orElse("ServiceException"));
        } else {
            result.functionError().ifPresent(kind -> headers.put("X-Amz-Function-Error", kind));
        }
        return new HttpAnswer(result.statusCode(), JSON, headers, result.payload());
    }

    /** The name of a function that is given by name, ARN or partial ARN, perhaps with a version. */
    private static String functionName(String given) {
        var name = nameOf(URLDecoder.decode(given, StandardCharsets.UTF_8));
        var qualifier = name.indexOf(':');
        return qualifier < 0 ? name : name.substring(0, qualifier);
    }

    /** The name in an ARN, with the version or alias if it has one. */
    private static String nameOf(String given) {
        var marker = given.lastIndexOf("function:");
        return marker < 0 ? given : given.substring(marker + "function:".length());
    }

    private FunctionResource find(String name) {
        return functions.stream().filter(function -> function.name().equals(name)).findFirst()
                .orElseThrow(() -> new AwsFailure(NOT_FOUND, "ResourceNotFoundException",
                        "Function not found: " + name));
    }

    private ObjectNode list() {
        var answer = object();
        var all = answer.putArray("Functions");
        functions.forEach(function -> all.add(configuration(function)));
        return answer;
    }

    private static ObjectNode describe(FunctionResource function) {
        var answer = object();
        answer.set("Configuration", configuration(function));
        answer.putObject("Code").put("Location", function.code().toUri().toString());
        return answer;
    }

    private static ObjectNode configuration(FunctionResource function) {
        return object().put("FunctionName", function.name()).put("FunctionArn", function.arn())
                .put("Handler", function.handler()).put("Runtime", "java25")
                .put("PackageType", "Zip").put("State", "Active").put("Version", "$LATEST")
                .put("MemorySize", function.memoryMegabytes())
                .put("Timeout", function.timeout().toSeconds());
    }

    private static HttpAnswer error(int status, String code, String message) {
        var body = object().put("Type", status < 500 ? "User" : "Service").put("Message", message)
                .put("message", message);
        return new HttpAnswer(status, JSON, Map.of("x-amzn-ErrorType", code), bytes(body));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
