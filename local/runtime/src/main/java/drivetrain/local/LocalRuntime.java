package drivetrain.local;

import drivetrain.local.endpoint.CallFaults;
import drivetrain.local.endpoint.AwsEndpoint;
import drivetrain.local.gateway.GatewayServer;
import drivetrain.local.identity.TokenRequest;
import drivetrain.local.iam.Permissions;
import drivetrain.local.lambda.Faults;
import drivetrain.local.lambda.LambdaService;
import drivetrain.local.meter.Meter;
import drivetrain.local.streams.EventSources;
import drivetrain.local.streams.StreamFaults;
import drivetrain.local.template.SamApplication;
import drivetrain.local.workflows.WorkflowService;
import drivetrain.standins.StandIns;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A SAM application, running in this JVM: its API and an AWS endpoint on 127.0.0.1, its data in
 * memory. Prints nothing. Safe for several threads.
 *
 * <pre>{@code
 * try (LocalRuntime runtime = LocalRuntime.of(Path.of("template.yaml")).timeScale(0.01).start()) {
 *     String token = runtime.token("alice", "customer");
 *     // Requests to runtime.apiUrl() with the token, any AWS SDK against runtime.awsUrl().
 * }
 * }</pre>
 */
public final class LocalRuntime implements AutoCloseable {
    private final SamApplication application;
    private final Permissions permissions;
    private final URI awsUrl;
    private final List<GatewayServer> apis;
    private final Outside outside;
    private final LambdaService functions;
    private final AwsEndpoint endpoint;
    private final EventSources sources;
    private final WorkflowService workflows;
    private final Cleanup cleanup;

    LocalRuntime(SamApplication application, Permissions permissions, URI awsUrl,
            List<GatewayServer> apis, Outside outside,
            LambdaService functions, AwsEndpoint endpoint, EventSources sources,
            WorkflowService workflows,
            Cleanup cleanup) {
        this.application = application;
        this.permissions = permissions;
        this.awsUrl = awsUrl;
        this.apis = List.copyOf(apis);
        this.outside = outside;
        this.functions = functions;
        this.endpoint = endpoint;
        this.sources = sources;
        this.workflows = workflows;
        this.cleanup = cleanup;
    }

    /** Begins to start the application of a template. */
    public static LocalRuntimeBuilder of(Path template) {
        return new LocalRuntimeBuilder(template);
    }

    /** What runs: every resource with its name and ARN. */
    public SamApplication application() {
        return application;
    }

    /** What the functions and workflows may do, and what of it they have done. */
    public Permissions permissions() {
        return permissions;
    }

    /**
     * The address of the template's first API, without a slash at the end.
     *
     * @throws java.util.NoSuchElementException
     *             if the template has no API
     */
    public URI apiUrl() {
        return apis.getFirst().url();
    }

    /** The values of the API keys of the template's usage plans, in the order of the alphabet. */
    public List<String> apiKeys() {
        return application.apis().stream().flatMap(api -> api.usagePlans().stream())
                .flatMap(plan -> plan.keys().stream()).sorted().distinct().toList();
    }

    /** The AWS endpoint, for SDKs ({@code AWS_ENDPOINT_URL}) and the {@code aws} CLI. */
    public URI awsUrl() {
        return awsUrl;
    }

    /** Where {@code curl -d user=alice -d scope=customer} gets a token. */
    public URI tokenUrl() {
        return AwsEndpoint.tokenUrl(awsUrl);
    }

    /** A token of the local issuer; the scopes are {@code customer} and {@code staff}. */
    public String token(String subject, String... scopes) {
        return outside.issuer().tokenFor(subject, Set.of(scopes));
    }

    /** A token of any kind that its issuer signs, such as one that has expired. */
    public String token(TokenRequest request) {
        return outside.issuer().issue(request);
    }

    /** The payment provider and the carrier. */
    public StandIns standIns() {
        return outside.standIns();
    }

    /** The functions, to invoke them directly. */
    public LambdaService functions() {
        return functions;
    }

    /** The workflows, looked at more closely than through the AWS endpoint. */
    public WorkflowService workflows() {
        return workflows;
    }

    /** Makes invocations of functions go wrong. */
    public Faults functionFaults() {
        return functions.faults();
    }

    /** Makes calls to AWS services go wrong. */
    public CallFaults callFaults() {
        return endpoint.faults();
    }

    /** Makes the streams of tables repeat, delay and reorder records. */
    public StreamFaults streamFaults() {
        return sources.faults();
    }

    /** Who called what of AWS, how often, and what AWS would bill besides. */
    public Meter meter() {
        return endpoint.meter();
    }

    /** Stops everything and gives the ports back. */
    @Override
    public void close() {
        cleanup.close();
    }
}
