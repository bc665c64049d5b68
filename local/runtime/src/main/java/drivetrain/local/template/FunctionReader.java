package drivetrain.local.template;

import drivetrain.local.template.Reading.Resource;
import drivetrain.local.template.YamlNode.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** {@code AWS::Serverless::Function}. */
final class FunctionReader {
    private static final int SIX_HOURS_IN_SECONDS = 21_600;

    private final Reading reading;

    FunctionReader(Reading reading) {
        this.reading = reading;
    }

    void read(Resource resource) {
        Fields fields = reading.fields(resource);
        checkRuntime(fields);
        String name = reading.names().physicalName(resource.id());
        String arn = reading.names().arn(resource.id());
        fields.take("FunctionName");
        List<Destination> sendsTo = new ArrayList<>();
        OptionalInt reserved = fields.integer("ReservedConcurrentExecutions", 0, 1000);
        FunctionResource function = new FunctionResource(resource.source(), resource.id(), name,
                arn,
                code(fields), fields.required("Handler"),
                fields.integer("MemorySize", 128, 10_240, 128),
                fields.seconds("Timeout", 1, 900, 3), fields.text("AutoPublishAlias"), reserved,
                environment(fields), async(fields, sendsTo));
        reading.functions().add(function);
        new RoleReader(reading).function(resource, arn, fields, sendsTo);
        new EventSources(reading, resource.id(), arn, function.invokedArn())
                .readAll(fields.map("Events"));
        fields.ignore("Architectures", "AutoPublishAliasAllProperties",
                "AutoPublishCodeSha256", "DeploymentPreference", "Description",
                "EphemeralStorage", "KmsKeyArn", "LoggingConfig", "PermissionsBoundary",
                "ProvisionedConcurrencyConfig", "PropagateTags",
                "RecursiveLoop", "RolePath", "RuntimeManagementConfig", "SnapStart",
                "Tags", "VersionDescription", "VersionDeletionPolicy", "VpcConfig");
        fields.done();
    }

    private static void checkRuntime(Fields fields) {
        String runtime = fields.required("Runtime");
        if (!runtime.isEmpty() && !runtime.startsWith("java")) {
            fields.problem("has the runtime " + runtime + "; the local runtime runs Java only");
        }
        String packaging = fields.text("PackageType", "Zip");
        if (!packaging.equals("Zip")) {
            fields.problem("is a container image; the local runtime runs zips only");
        }
    }

    private Path code(Fields fields) {
        String location = fields.required("CodeUri");
        Path code = reading.folder().resolve(location).normalize();
        if (!location.isEmpty() && !Files.exists(code) && reading.missingPackages().add(code)) {
            fields.take("CodeUri").ifPresent(node -> fields.problem(node,
                    "names a package that doesn't exist: " + location + "; build it first"));
        }
        return code;
    }

    private static Map<String, String> environment(Fields fields) {
        Map<String, String> environment = new LinkedHashMap<>();
        fields.object("Environment").ifPresent(object -> {
            object.map("Variables").forEach((key, node) -> {
                if (node instanceof YamlScalar value) {
                    environment.put(key, value.text());
                } else {
                    object.problem(node, "must map " + key + " to a single value");
                }
            });
            object.done();
        });
        return environment;
    }

    private static AsyncPolicy async(Fields fields, List<Destination> sendsTo) {
        Optional<String> deadLetter = fields.object("DeadLetterQueue").map(queue -> {
            Destination to = new Destination(queue.required("TargetArn"), queue.required("Type"));
            queue.done();
            sendsTo.add(to);
            return to.arn();
        });
        Optional<Fields> config = fields.object("EventInvokeConfig");
        if (config.isEmpty()) {
            return new AsyncPolicy(AsyncPolicy.DEFAULT.maximumRetryAttempts(),
                    AsyncPolicy.DEFAULT.maximumEventAge(), Optional.empty(), Optional.empty(),
                    deadLetter);
        }
        return configured(config.get(), deadLetter, sendsTo);
    }

    private static AsyncPolicy configured(Fields config, Optional<String> deadLetter,
            List<Destination> sendsTo) {
        Optional<Fields> destinations = config.object("DestinationConfig");
        Optional<Destination> onSuccess = destinations
                .flatMap(all -> destination(all, "OnSuccess"));
        Optional<Destination> onFailure = destinations
                .flatMap(all -> destination(all, "OnFailure"));
        Stream.of(onSuccess, onFailure).flatMap(Optional::stream).forEach(sendsTo::add);
        AsyncPolicy policy = new AsyncPolicy(config.integer("MaximumRetryAttempts", 0, 2, 2),
                config.seconds("MaximumEventAgeInSeconds", 60, SIX_HOURS_IN_SECONDS,
                        SIX_HOURS_IN_SECONDS),
                onSuccess.map(Destination::arn), onFailure.map(Destination::arn), deadLetter);
        destinations.ifPresent(Fields::done);
        config.done();
        return policy;
    }

    /** A destination that the template names; SAM's own queues aren't made. */
    static Optional<Destination> destination(Fields destinations, String name) {
        return destinations.object(name).map(destination -> {
            Destination to = new Destination(destination.required("Destination"),
                    destination.text("Type", ""));
            destination.done();
            return to;
        });
    }
}
