package drivetrain.local.endpoint;

import drivetrain.local.aws.AwsCall;
import drivetrain.local.aws.AwsDoor;
import drivetrain.local.aws.AwsService;
import drivetrain.local.dynamodb.DynamoDb;
import drivetrain.local.iam.Permissions;
import drivetrain.local.identity.TokenDesk;
import drivetrain.local.lambda.FunctionInvoker;
import drivetrain.local.meter.Meter;
import drivetrain.local.template.FunctionResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The AWS endpoint of the application: DynamoDB, SQS, EventBridge, Step Functions, Lambda, STS
 * and Cognito's token endpoint on one loopback port, without signature checks, and in process as an
 * {@link AwsDoor}.
 *
 * <p>Payloads are never logged.
 */
public final class AwsEndpoint implements AwsDoor, AutoCloseable {
    private final CallFaults faults = new CallFaults();
    private final Services services;
    private final Parts parts;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    /**
     * What the endpoint opens the door to.
     *
     * @param services
     *            by their names in credential scopes: {@code sqs}, {@code events}, {@code states}
     * @param permissions
     *            what the callers may do
     * @param tokens
     *            issues what is asked for at {@code /oauth2/token}, as Cognito would
     * @param meter
     *            counts the calls
     */
    public record Parts(String region, String accountId, Permissions permissions, DynamoDb dynamoDb,
            Map<String, AwsService> services,
            List<FunctionResource> functions, FunctionInvoker invoker, TokenDesk tokens,
            Meter meter) {
        /** Copies the collections. */
        public Parts {
            services = Map.copyOf(services);
            functions = List.copyOf(functions);
        }
    }

    /** Calls in process are possible at once, those over HTTP after {@link #listen}. */
    public AwsEndpoint(Parts parts) {
        this.parts = parts;
        services = new Services(parts, faults);
    }

    /**
     * Begins to answer over HTTP.
     *
     * @param port
     *            0 for a free one
     * @return the address for {@code AWS_ENDPOINT_URL}
     * @throws Exception
     *             if the port is taken
     */
    public URI listen(int port) throws Exception {
        var router = new Router(new JsonProtocol(services),
                new LambdaProtocol(parts.functions(), parts.invoker(), services),
                new StsProtocol(parts.accountId(), services),
                new CognitoProtocol(parts.tokens()));
        server = HttpServer.start(port, router::answer);
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public AwsCall as(String caller) {
        return (service, operation, request) -> CompletableFuture.supplyAsync(
                () -> services.call(new ServiceCall(caller, service, operation), request), calls);
    }

    /** Where tokens are had, at an endpoint of this address. */
    public static URI tokenUrl(URI endpoint) {
        return endpoint.resolve(CognitoProtocol.TOKEN);
    }

    /** What was called, by whom. */
    public Meter meter() {
        return parts.meter();
    }

    /** The switchboard for faults in calls. */
    public CallFaults faults() {
        return faults;
    }

    /** Stops answering; calls that are running are cut off. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        calls.shutdownNow();
    }
}
