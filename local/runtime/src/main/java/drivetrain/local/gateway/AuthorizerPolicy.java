package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an authorizer says of a caller: "Output from an API Gateway Lambda authorizer". It decides
 * about every method of the API, so it can be cached.
 *
 * @param caller {@code principalId} and the context, all as text, as integrations get them
 */
record AuthorizerPolicy(List<Statement> statements, ObjectNode caller) {

    AuthorizerPolicy {
        statements = List.copyOf(statements);
    }

    /** A statement about invoking methods. */
    record Statement(boolean allows, List<Pattern> actions, List<Pattern> resources) {
        boolean appliesTo(String methodArn) {
            return actions.stream().anyMatch(one -> one.matcher("execute-api:invoke").matches())
                    && resources.stream().anyMatch(one -> one.matcher(methodArn).matches());
        }
    }

    /**
     * Reads a function's answer.
     *
     * @throws GatewayRefusal (500) if it isn't a policy, or uses what the local runtime doesn't
     *     support: conditions, {@code NotAction}, {@code NotResource}
     */
    static AuthorizerPolicy read(byte[] payload) {
        try {
            JsonNode answer = Trees.read(payload);
            require(answer.path("principalId").isTextual());
            JsonNode statement = answer.path("policyDocument").path("Statement");
            var statements = new ArrayList<Statement>();
            for (JsonNode one : statement.isArray() ? statement : List.of(statement)) {
                statements.add(statement(one));
            }
            return new AuthorizerPolicy(statements, caller(answer));
        } catch (IOException e) {
            throw malformed();
        }
    }

    private static Statement statement(JsonNode json) {
        String effect = json.path("Effect").asText("");
        require(effect.equals("Allow") || effect.equals("Deny"));
        require(!json.has("Condition") && !json.has("NotAction") && !json.has("NotResource"));
        return new Statement(effect.equals("Allow"),
                patterns(json.path("Action"), Pattern.CASE_INSENSITIVE),
                patterns(json.path("Resource"), 0));
    }

    /** Wildcards as IAM has them: {@code *} is any text, {@code ?} any character. */
    private static List<Pattern> patterns(JsonNode textOrArray, int flags) {
        var patterns = new ArrayList<Pattern>();
        for (JsonNode one : textOrArray.isArray() ? textOrArray : List.of(textOrArray)) {
            require(one.isTextual());
            String quoted = Pattern.quote(one.textValue()).replace("*", "\\E.*\\Q")
                    .replace("?", "\\E.\\Q");
            patterns.add(Pattern.compile(quoted, flags));
        }
        return patterns;
    }

    /** Context values are numbers, booleans or texts; objects and arrays aren't allowed. */
    private static ObjectNode caller(JsonNode answer) {
        ObjectNode caller = Trees.object();
        answer.path("context").properties().forEach(value -> {
            require(value.getValue().isValueNode());
            if (!value.getValue().isNull()) {
                caller.put(value.getKey(), value.getValue().asText());
            }
        });
        return caller.put("principalId", answer.path("principalId").textValue());
    }

    /**
     * Lets the caller pass to a method.
     *
     * @throws GatewayRefusal (403) if a statement denies it, or none allows it
     */
    void requireAllowed(String methodArn) {
        var applying = statements.stream().filter(one -> one.appliesTo(methodArn)).toList();
        if (applying.stream().anyMatch(one -> !one.allows())) {
            throw GatewayRefusal.of(GatewayResponseType.ACCESS_DENIED,
                    GatewayResponseType.ACCESS_DENIED.message() + " with an explicit deny");
        }
        if (applying.isEmpty()) {
            throw GatewayRefusal.of(GatewayResponseType.ACCESS_DENIED);
        }
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw malformed();
        }
    }

    private static GatewayRefusal malformed() {
        return GatewayRefusal.of(GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR);
    }
}
