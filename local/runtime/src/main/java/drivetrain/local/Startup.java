package drivetrain.local;

import drivetrain.local.Cleanup.Layer;
import drivetrain.local.aws.AwsDoor;
import drivetrain.local.dynamodb.DynamoDb;
import drivetrain.local.endpoint.AwsEndpoint;
import drivetrain.local.events.EventBuses;
import drivetrain.local.gateway.ApiDefinitionException;
import drivetrain.local.gateway.GatewayServer;
import drivetrain.local.iam.Permissions;
import drivetrain.local.lambda.FunctionLog;
import drivetrain.local.lambda.LambdaOptions;
import drivetrain.local.lambda.LambdaService;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Use;
import drivetrain.local.sqs.Queues;
import drivetrain.local.streams.EventSources;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.SamTemplate;
import drivetrain.local.template.TemplateException;
import drivetrain.local.template.TemplateOptions;
import drivetrain.local.workflows.WorkflowOptions;
import drivetrain.local.workflows.WorkflowService;
import drivetrain.states.time.RealScheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Starts the parts of a {@link LocalRuntime}, side by side where they don't need each other. */
final class Startup {
    private final LocalRuntimeBuilder options;
    private final Cleanup cleanup = new Cleanup();
    private final Meter meter = new Meter();
    private final CompletableFuture<AwsEndpoint> endpoint = new CompletableFuture<>();
    private final AwsDoor aws = caller -> (service, operation, request) -> endpoint
            .thenCompose(ready -> ready.as(caller).call(service, operation, request));

    Startup(LocalRuntimeBuilder options) {
        this.options = options;
    }

    LocalRuntime start() {
        try {
            return assemble();
        } catch (CompletionException e) {
            cleanup.close();
            throw explained(e.getCause());
        } catch (RuntimeException e) {
            cleanup.close();
            throw explained(e);
        }
    }

    /** What parts refuse with a sentence about the template, as the failure that it is. */
    private static RuntimeException explained(Throwable thrown) {
        return switch (thrown) {
            case ApiDefinitionException e -> new TemplateException(e.problems());
            case IllegalArgumentException e -> new StartFailure(e.getMessage(), e);
            case UncheckedIOException e -> new StartFailure(e.getMessage(), e);
            case RuntimeException e -> e;
            default -> new StartFailure("The runtime can't start: " + thrown, thrown);
        };
    }

    private LocalRuntime assemble() {
        int apiPort = Ports.choose(options.apiPort, "--api-port");
        int awsPort = Ports.choose(options.awsPort, "--aws-port");
        URI awsUrl = URI.create("http://127.0.0.1:" + awsPort);
        var dynamoDb = aside(() -> cleanup.add(Layer.STORAGE,
                DynamoDb.start(options.region, options.accountId)));
        Outside outside = Outside.start(cleanup, standInPort(), options.seed);
        SamApplication application = load(outside, awsUrl);
        Permissions permissions = Permissions.of(application, options.granted);
        permissions.checkEdges(application);
        var tables = dynamoDb.thenAcceptAsync(db -> application.tables().forEach(db::create));
        var functions = aside(() -> cleanup.add(Layer.FUNCTIONS,
                new LambdaService(application.functions(), lambdaOptions(awsUrl))));
        var doors = aside(() -> doors(application, outside, apiPort, new LateFunctions(functions)));
        RealScheduler scheduler = cleanup.add(Layer.TIME, new RealScheduler());
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        cleanup.add(Layer.TIME, readers::shutdownNow);
        Queues queues = new Queues(scheduler, application.queues());
        EventBuses buses = cleanup.add(Layer.SOURCES,
                new EventBuses(application, new EventBuses.Parts(scheduler,
                        new LateFunctions(functions), queues, aws.as("events"), options.timeScale,
                        options.seed, options.eventLog, meter)));
        WorkflowService workflows = workflows(application, permissions, scheduler,
                new LateFunctions(functions), buses);
        listen(new AwsEndpoint.Parts(options.region, options.accountId, permissions,
                dynamoDb.join(),
                Map.of("sqs", queues, "events", buses, "states", workflows.api()),
                application.functions(),
                functions.join(), outside.issuer(), meter), awsPort);
        tables.join();
        EventSources sources = sources(application, new EventSources.Parts(dynamoDb.join(), queues,
                functions.join(), scheduler, readers, options.timeScale, options.seed,
                meter));
        buses.startSchedules();
        return new LocalRuntime(application, permissions, awsUrl, doors.join(), outside,
                functions.join(),
                endpoint.join(), sources, workflows, cleanup);
    }

    /** After the AWS endpoint's, so that one port tells them all; any if that one is any. */
    private int standInPort() {
        if (options.awsPort == 0) {
            return 0;
        }
        Ports.choose(options.awsPort + 2, "--aws-port");
        return Ports.choose(options.awsPort + 1, "--aws-port");
    }

    private static <T> CompletableFuture<T> aside(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start);
    }

    private SamApplication load(Outside outside, URI awsUrl) {
        return SamTemplate.load(options.template,
                new TemplateOptions(options.stackName, options.region, options.accountId, awsUrl,
                        options.parameters, outside.parameters(), outside.secrets()));
    }

    private LambdaOptions lambdaOptions(URI awsUrl) {
        return new LambdaOptions(awsUrl, options.region, options.accountId, options.timeScale,
                aws.as("lambda"), metered(options.functionLog), meter);
    }

    private FunctionLog metered(FunctionLog log) {
        return (function, text) -> {
            meter.count(new Use("lambda", "logs", "PutLogEvents", function),
                    text.getBytes(StandardCharsets.UTF_8).length);
            log.write(function, text);
        };
    }

    private List<GatewayServer> doors(SamApplication application, Outside outside, int port,
            LateFunctions functions) {
        List<GatewayServer> doors = new ArrayList<>();
        application.apis().forEach(api -> {
            var where = GatewayServer.Options.onPort(doors.isEmpty() ? port : 0, options.region,
                    options.accountId).metered(meter);
            try {
                GatewayServer door = cleanup.add(Layer.DOORS,
                        GatewayServer.start(api, where, functions));
                outside.sendWebhooksTo(api, door.url());
                doors.add(door);
            } catch (IOException e) {
                throw new StartFailure("The API can't listen: " + e.getMessage(), e);
            }
        });
        return doors;
    }

    private WorkflowService workflows(SamApplication application, Permissions permissions,
            RealScheduler scheduler, LateFunctions functions, EventBuses buses) {
        return new WorkflowService(application.workflows(), new WorkflowOptions(options.region,
                options.accountId, scheduler, options.timeScale, functions, aws, permissions,
                buses::publish, meter));
    }

    private EventSources sources(SamApplication application, EventSources.Parts parts) {
        EventSources sources = cleanup.add(Layer.SOURCES, new EventSources(parts));
        application.tables().forEach(table -> sources.connect(table, application.streamMappings()
                .stream().filter(mapping -> mapping.tableName().equals(table.name())).toList()));
        application.queueMappings().forEach(sources::connect);
        return sources;
    }

    private void listen(AwsEndpoint.Parts parts, int port) {
        AwsEndpoint ready = cleanup.add(Layer.ENDPOINT, new AwsEndpoint(parts));
        try {
            ready.listen(port);
        } catch (Exception e) { // What Jetty declares.
            throw new StartFailure("The AWS endpoint can't listen: " + e.getMessage(), e);
        }
        endpoint.complete(ready);
    }
}
