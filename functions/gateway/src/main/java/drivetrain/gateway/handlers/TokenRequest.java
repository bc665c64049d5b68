package drivetrain.gateway.handlers;

import io.avaje.jsonb.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What API Gateway asks a token authorizer.
 *
 * <p>Source: API Gateway developer guide, "Input to an API Gateway Lambda authorizer".
 */
@Json
record TokenRequest(String authorizationToken, String methodArn) {
    private static final Pattern ARN = Pattern
            .compile("(arn:[^:]+:execute-api:[^:]+:[^:]*:[^/:*]+/[^/*]+)/.*");

    /**
     * Every method of the same API and stage: the answer is cached under the token alone, so it
     * must hold for whatever is asked next with it.
     */
    String wholeApi() {
        Matcher arn = ARN.matcher(String.valueOf(methodArn));
        if (!arn.matches()) {
            throw new IllegalArgumentException("not the ARN of a method");
        }
        return arn.group(1) + "/*/*";
    }
}
