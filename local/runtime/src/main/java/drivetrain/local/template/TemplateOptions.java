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
 * @param localValues
 *            values for parameters that aren't given, if the template has them: where the stand-ins
 *            of outside services are
 * @param dynamicReferences
 *            values of <code>{{resolve:…}}</code>, keyed by what follows {@code resolve:}
 */
public record TemplateOptions(String stackName, String region, String accountId, URI awsEndpoint,
        Map<String, String> parameters, Map<String, String> localValues,
        Map<String, String> dynamicReferences) {
    /** Copies the maps. */
    public TemplateOptions {
        parameters = Map.copyOf(parameters);
        localValues = Map.copyOf(localValues);
        dynamicReferences = Map.copyOf(dynamicReferences);
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
