package drivetrain.gateway;

import drivetrain.lambda.Environment;
import java.util.Map;

/**
 * Which workflow composes overviews.
 *
 * @param workflowArn of an Express workflow
 */
record OverviewConfig(String workflowArn) {
    static OverviewConfig of(Map<String, String> environment) {
        return Environment.read(environment,
                variables -> new OverviewConfig(variables.text("OVERVIEW_WORKFLOW")));
    }
}
