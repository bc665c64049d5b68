package drivetrain.deploy;

import drivetrain.acceptance.AwsPlace;
import drivetrain.acceptance.Resources;
import drivetrain.acceptance.Resources.Kind;
import drivetrain.acceptance.Resources.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** What a stack's resources are called, as CloudFormation knows it. */
public final class StackResources {
    private static final Map<String, Kind> KINDS = Map.of("AWS::Lambda::Function", Kind.FUNCTION,
            "AWS::DynamoDB::Table", Kind.TABLE, "AWS::SQS::Queue", Kind.QUEUE,
            "AWS::StepFunctions::StateMachine", Kind.WORKFLOW);

    private StackResources() {}

    /** Those of one stack in a place. */
    public static Resources of(AwsPlace place, String stackName) {
        try (SdkHttpClient http = UrlConnectionHttpClient.create();
                CloudFormationClient client = place
                        .configure(CloudFormationClient.builder(), http).build()) {
            return new Resources(summaries(client, stackName)
                    .flatMap(one -> Optional.ofNullable(KINDS.get(one.resourceType()))
                            .map(kind -> new Resource(kind, one.logicalResourceId(),
                                    one.physicalResourceId()))
                            .stream())
                    .toList());
        }
    }

    /** All of a stack, of whatever kind. */
    public static Stream<StackResourceSummary> summaries(CloudFormationClient client,
            String stackName) {
        return client.listStackResourcesPaginator(request -> request.stackName(stackName))
                .stackResourceSummaries().stream();
    }
}
