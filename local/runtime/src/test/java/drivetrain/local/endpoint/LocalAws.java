package drivetrain.local.endpoint;

import drivetrain.local.aws.AwsService;
import drivetrain.local.dynamodb.DynamoDb;
import drivetrain.local.iam.Permissions;
import drivetrain.local.identity.TokenDesk;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.lambda.InvocationRefused;
import drivetrain.local.lambda.InvocationResult;
import drivetrain.local.meter.Meter;
import drivetrain.local.template.FunctionResource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** An endpoint on a free port, with one function {@code echo}, and clients of the SDK for it. */
final class LocalAws implements AutoCloseable {
    final DynamoDb dynamoDb = DynamoDb.start("eu-central-1", "000000000000");
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    final AwsEndpoint endpoint;
    final URI address;

    LocalAws(Map<String, AwsService> services, List<FunctionResource> functions) throws Exception {
        this(services, functions, Permissions.unlimited());
    }

    LocalAws(Map<String, AwsService> services, List<FunctionResource> functions,
            Permissions permissions) throws Exception {
        endpoint = new AwsEndpoint(new AwsEndpoint.Parts("eu-central-1", "000000000000",
                permissions, dynamoDb, services,
                functions, new Echo(), LocalAws::repeat, new Meter()));
        address = endpoint.listen(0);
    }

    /** Points a client at the endpoint; its access key id is {@code test-key}. */
    <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder) {
        return client(builder, "test-key");
    }

    <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder,
            String accessKey) {
        return builder.endpointOverride(address).region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider
                        .create(AwsBasicCredentials.create(accessKey, "secret")))
                .httpClient(UrlConnectionHttpClient.create());
    }

    /** Says what it was asked; refuses an empty form. */
    private static TokenDesk.Answer repeat(String form, Optional<String> authorization) {
        return new TokenDesk.Answer(form.isEmpty() ? 400 : 200,
                "\"" + form + " " + authorization.orElse("nobody") + "\"");
    }

    @Override
    public void close() {
        endpoint.close();
        dynamoDb.close();
    }

    /** Answers what it is given; fails for {@code "fail"}; knows no other function. */
    private final class Echo implements FunctionInvoker {
        @Override
        public CompletableFuture<InvocationResult> invoke(String name, byte[] payload) {
            if (!name.equals("echo")) {
                return CompletableFuture.completedFuture(new InvocationResult(404,
                        Optional.of("ResourceNotFoundException"),
                        "{\"Message\":\"no such function\"}".getBytes(StandardCharsets.UTF_8)));
            }
            var failed = new String(payload, StandardCharsets.UTF_8).equals("\"fail\"");
            return CompletableFuture.completedFuture(new InvocationResult(200,
                    failed ? Optional.of("Unhandled") : Optional.empty(), payload));
        }

        @Override
        public void invokeAsync(String name, byte[] payload) {
            if (!name.equals("echo")) {
                throw new InvocationRefused(404, "ResourceNotFoundException", "no " + name);
            }
            events.add(new String(payload, StandardCharsets.UTF_8));
        }
    }
}
