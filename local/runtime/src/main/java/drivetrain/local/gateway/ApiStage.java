package drivetrain.local.gateway;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What all requests to one deployed API have in common.
 *
 * @param requestIds gives each request its id, a UUID
 */
record ApiStage(String apiId, String name, String region, String accountId,
        Map<String, String> variables, Clock clock, Supplier<String> requestIds) {

    ApiStage {
        variables = Map.copyOf(variables);
    }

    /** The host name that the API would have on AWS. */
    String domainName() {
        return apiId + ".execute-api." + region + ".amazonaws.com";
    }

    /** The ARN that authorizers decide about. */
    String methodArn(String method, String path) {
        return "arn:aws:execute-api:" + region + ":" + accountId + ":" + apiId + "/" + name + "/"
                + method + path;
    }
}
