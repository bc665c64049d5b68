package drivetrain.acceptance.localstack;

import drivetrain.acceptance.Aws;
import drivetrain.acceptance.LocalSystem;
import drivetrain.local.gateway.GatewayServer;
import drivetrain.local.template.ApiResource;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.SamTemplate;
import drivetrain.local.template.TemplateOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * API Gateway's part, for a stack whose own gateway asks no authorizer: the local runtime's gateway
 * reads the OpenAPI file, asks the stack's authorizer function, keeps its answers as long as the file
 * says, checks the request, and sends what API Gateway would send to the stack's functions.
 */
final class FrontDoor implements AutoCloseable {
    /** Emulators have this one. */
    private static final String ACCOUNT = "000000000000";
    private static final int STARTED_AT_ONCE = 4;
    private static final Pattern FUNCTION = Pattern.compile("function:([\\w-]+)");

    private final ApiResource api;
    private final RemoteFunctions functions;
    private final GatewayServer server;

    private FrontDoor(ApiResource api, RemoteFunctions functions, GatewayServer server) {
        this.api = api;
        this.functions = functions;
        this.server = server;
    }

    /**
     * This project's template, as the local runtime reads it.
     *
     * @param parameters
     *            with which it was deployed; of the secrets only their names are known
     */
    static SamApplication read(URI endpoint, String stackName, String region,
            Map<String, String> parameters) {
        Map<String, String> secrets = Stream.of("payment-provider", "carrier")
                .flatMap(name -> Stream.of("apiKey", "webhookSecret")
                        .map(key -> "secretsmanager:drivetrain/" + name + ":SecretString:" + key))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> "unknown"));
        return SamTemplate.load(LocalSystem.templateOfThisProject(), new TemplateOptions(stackName,
                region, ACCOUNT, endpoint, parameters, Map.of(), secrets));
    }

    /**
     * Opens one on a free port of 127.0.0.1.
     *
     * @param application
     *            the stack's template, as the local runtime reads it
     */
    static FrontDoor open(SamApplication application, Aws aws) {
        Map<String, String> logicalIds = application.functions().stream().collect(
                Collectors.toUnmodifiableMap(FunctionResource::name, FunctionResource::logicalId));
        RemoteFunctions functions = new RemoteFunctions(aws.lambda(),
                name -> aws.function(logicalIds.get(name)));
        ApiResource api = application.apis().getFirst();
        var where = GatewayServer.Options.onPort(0, application.region(),
                application.accountId());
        try {
            return new FrontDoor(api, functions, GatewayServer.start(api, where, functions));
        } catch (IOException e) {
            functions.close();
            throw new UncheckedIOException("No port for the front door", e);
        }
    }

    /** Its address, without a slash at the end. */
    URI url() {
        return server.url();
    }

    /** A key of the template's usage plans, which this door checks by itself. */
    Optional<String> partnerKey() {
        return api.usagePlans().stream().flatMap(plan -> plan.keys().stream()).sorted()
                .findFirst();
    }

    /** Has every function that a client waits for started once, so that none is late at first. */
    void warmUp() {
        Set<String> names = FUNCTION.matcher(api.definition().toString()).results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
        Iterator<String> left = names.iterator();
        while (left.hasNext()) {
            List<CompletableFuture<?>> started = new ArrayList<>();
            while (left.hasNext() && started.size() < STARTED_AT_ONCE) {
                started.add(functions.invoke(left.next(), new byte[]{'{', '}'}));
            }
            started.forEach(CompletableFuture::join);
        }
    }

    @Override
    public void close() {
        server.close();
        functions.close();
    }
}
