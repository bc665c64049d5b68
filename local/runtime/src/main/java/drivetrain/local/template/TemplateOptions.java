package drivetrain.local.template;

import java.net.URI;
import java.util.Map;

/**
 * What a template is resolved with.
 *
 * @param awsEndpoint
 *            the local AWS endpoint; queue URLs begin with it
 * @param parameters
 *            values of the template's parameters; overrides their defaults
 * @param dynamicReferences
 *            values of <code>{{resolve:…}}</code>, keyed by what follows {@code resolve:}
 */
public record TemplateOptions(String stackName, String region, String accountId, URI awsEndpoint,
        Map<String, String> parameters, Map<String, String> dynamicReferences) {
    /** Copies the maps. */
    public TemplateOptions {
        parameters = Map.copyOf(parameters);
        dynamicReferences = Map.copyOf(dynamicReferences);
    }

    /** Account 000000000000, region eu-central-1, no overrides. */
    public static TemplateOptions local(String stackName, URI awsEndpoint) {
        return new TemplateOptions(stackName, "eu-central-1", "000000000000", awsEndpoint, Map.of(),
                Map.of());
    }

    /** The same with values for parameters. */
    public TemplateOptions with(Map<String, String> newParameters) {
        return new TemplateOptions(stackName, region, accountId, awsEndpoint,
                newParameters, dynamicReferences);
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
