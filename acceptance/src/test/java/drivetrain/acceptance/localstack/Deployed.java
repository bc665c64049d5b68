package drivetrain.acceptance.localstack;

import drivetrain.acceptance.Aws;
import drivetrain.acceptance.AwsPlace;
import drivetrain.acceptance.LocalSystem;
import drivetrain.deploy.ArtifactBucket;
import drivetrain.deploy.PackagedTemplate;
import drivetrain.deploy.StackDeployment;
import drivetrain.deploy.StackResources;
import drivetrain.local.template.SamApplication;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The parts of a deployed stack, and the way there. */
record Deployed(Place place, Outside outside, Aws aws, FrontDoor door,
        URI ownGateway) implements AutoCloseable {
    private static final String UNTHROTTLED = "10000";

    /** Deploys this project's template, and waits until it serves. */
    static Deployed to(LocalStackOptions options) {
        Place place = options.endpoint()
                .<Place>map(url -> new EndpointPlace(url, options.host()))
                .orElseGet(() -> ContainerPlace.start(options.image()));
        Outside outside = Outside.start(options.issuer());
        try {
            return new Building(options, place, outside).deployed();
        } catch (RuntimeException e) {
            outside.close();
            place.close();
            throw e;
        }
    }

    private record Building(LocalStackOptions options, Place place, Outside outside) {
        Deployed deployed() {
            AwsPlace there = new AwsPlace(Optional.of(place.endpoint()), options.region());
            outside.exposeTo(place);
            PackagedTemplate template = PackagedTemplate
                    .read(LocalSystem.templateOfThisProject());
            Map<String, String> parameters = parameters(template);
            try (SdkHttpClient http = UrlConnectionHttpClient.create();
                    CloudFormationClient stacks = there
                            .configure(CloudFormationClient.builder(), http).build()) {
                deploy(there, http, stacks, template, parameters);
                Aws aws = new Aws(there,
                        Optional.of(StackResources.of(there, options.stackName())));
                SamApplication application = FrontDoor.read(place.endpoint(), options.stackName(),
                        options.region(), parameters);
                FrontDoor door = FrontDoor.open(application, aws);
                outside.sendWebhooksTo(door.url());
                door.warmUp();
                return new Deployed(place, outside, aws, door,
                        ownGateway(stacks, application.apis().getFirst().stage()));
            }
        }

        private void deploy(AwsPlace there, SdkHttpClient http, CloudFormationClient stacks,
                PackagedTemplate template, Map<String, String> parameters) {
            try (S3Client s3 = there.configure(S3Client.builder(), http).forcePathStyle(true)
                    .build();
                    SecretsManagerClient secrets = there
                            .configure(SecretsManagerClient.builder(), http).build()) {
                outside.publishIssuer(s3, options.region());
                outside.keepSecrets(secrets);
                new StackDeployment(stacks,
                        new ArtifactBucket(s3, options.region(),
                                options.stackName() + "-artifacts"),
                        options.stackName(), line -> System.out.println("LocalStack: " + line))
                        .run(template, parameters);
            }
        }

        /** Of those that the template has. */
        private Map<String, String> parameters(PackagedTemplate template) {
            Map<String, String> parameters = new HashMap<>(outside.parameters(place.host()));
            parameters.put("ProviderTimeoutMillis",
                    Long.toString(LocalStackSystem.PROVIDER_TIMEOUT.toMillis()));
            parameters.put("RequestsPerSecond", UNTHROTTLED);
            parameters.put("OrdersPerSecond", UNTHROTTLED);
            parameters.put("QuotesPerSecond", UNTHROTTLED);
            // CodeDeploy isn't in the free edition.
            parameters.put("Canaries", "false");
            parameters.keySet().retainAll(template.parameters());
            return parameters;
        }

        private URI ownGateway(CloudFormationClient stacks, String stage) {
            String api = StackResources.summaries(stacks, options.stackName())
                    .filter(one -> one.resourceType().equals("AWS::ApiGateway::RestApi"))
                    .findFirst().orElseThrow().physicalResourceId();
            return URI.create(
                    place.endpoint() + "/_aws/execute-api/" + api + "/" + stage);
        }
    }

    @Override
    public void close() {
        door.close();
        aws.close();
        outside.close();
        place.close();
    }
}
