package drivetrain.local.gateway;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code $context} and {@code $stageVariables} of a gateway response's templates. Values are
 * escaped for the JSON strings that they stand in; {@code $context.error.messageString} brings its
 * own quotes. Unknown variables are empty, as on AWS.
 */
record ContextVariables(ApiCall call, GatewayRefusal refusal) {

    private static final Pattern VARIABLE = Pattern
            .compile("\\$(?:context|stageVariables)\\.[A-Za-z0-9_]+(?:\\.[A-Za-z0-9_-]+)*");

    /** Fills a template of a JSON body. */
    String fill(String template) {
        return replace(template, value -> new String(JsonStringEncoder.getInstance()
                .quoteAsString(value)));
    }

    /** Fills a template of a header's value. */
    String fillHeader(String template) {
        return replace(template, value -> value.replaceAll("[\\r\\n]", " "));
    }

    private String replace(String template, UnaryOperator<String> escape) {
        return VARIABLE.matcher(template).replaceAll(found -> Matcher
                .quoteReplacement(found.group().equals("$context.error.messageString")
                        ? messageString()
                        : escape.apply(value(found.group().substring(1)))));
    }

    private String messageString() {
        String message = refusal.getMessage();
        return message == null
                ? "null"
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(message)) + "\"";
    }

    private String value(String name) {
        return switch (name) {
            case "context.error.message" -> orEmpty(refusal.getMessage());
            case "context.error.responseType" -> refusal.type().name();
            case "context.error.validationErrorString" -> refusal.validation();
            case "context.requestId" -> call.requestId();
            case "context.extendedRequestId" -> call.extendedRequestId();
            case "context.requestTime" -> call.requestTime();
            case "context.requestTimeEpoch" -> Long.toString(call.received().toEpochMilli());
            case "context.httpMethod" -> call.http().method();
            case "context.path" -> call.http().path();
            case "context.protocol" -> call.http().protocol();
            case "context.resourcePath" -> call.route().map(Route::resource).orElse("");
            case "context.resourceId" -> call.route().map(Route::resourceId).orElse("");
            case "context.stage" -> call.stage().name();
            case "context.apiId" -> call.stage().apiId();
            case "context.accountId" -> call.stage().accountId();
            case "context.domainName" -> call.stage().domainName();
            case "context.identity.sourceIp" -> call.http().sourceIp();
            case "context.identity.userAgent" -> call.http().header("User-Agent").orElse("");
            default -> other(name);
        };
    }

    private String other(String name) {
        String ofAuthorizer = "context.authorizer.";
        if (name.startsWith(ofAuthorizer)) {
            return call.authorizer().map(caller -> caller
                    .path(name.substring(ofAuthorizer.length())).asText("")).orElse("");
        }
        String ofStage = "stageVariables.";
        return name.startsWith(ofStage)
                ? call.stage().variables().getOrDefault(name.substring(ofStage.length()), "")
                : "";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
