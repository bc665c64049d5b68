package drivetrain.local.lambda;

import drivetrain.local.template.FunctionResource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Lambda for the functions of one application. Code is loaded when it is first used; a package that
 * is rebuilt is used by the next invocation, while those that run finish with the old code.
 */
public final class LambdaService implements FunctionInvoker, AutoCloseable {
    /** One megabyte, the limit of asynchronous requests since October 2025. */
    private static final int LARGEST_EVENT_BYTES = 1024 * 1024;
    private static final String LATEST = "$LATEST";
    private static final String FIRST_VERSION = "1";
    private static final Duration LOOK_AT_CODE_EVERY = Duration.ofMillis(500);

    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final CodePackages packages;
    private final Timeouts timer = new Timeouts();
    private final AsyncInvocations async;
    private final Faults faults;
    private final FunctionLog log;

    /**
     * Unpacks the code of all functions; starts none.
     *
     * @throws UncheckedIOException
     *             if a package can't be read
     */
    public LambdaService(Collection<FunctionResource> resources, LambdaOptions options) {
        Map<String, String> names = resources.stream().collect(
                Collectors.toMap(FunctionResource::logicalId, FunctionResource::name));
        Set<Path> codes = resources.stream().map(FunctionResource::code)
                .collect(Collectors.toUnmodifiableSet());
        this.log = options.log();
        this.faults = new Faults(function -> names.getOrDefault(function, function));
        this.packages = new CodePackages(codes);
        this.async = new AsyncInvocations(timer, options.timeScale(),
                new Destinations(options, this::invokeAsync));
        Semaphore unreserved = new Semaphore(Concurrency.ACCOUNT);
        resources.forEach(resource -> functions.put(resource.name(),
                new LambdaFunction(resource, options, packages, timer, faults, unreserved)));
        CodeWatch watch = new CodeWatch(codes, this::replace);
        timer.every(LOOK_AT_CODE_EVERY, () -> lookAtCode(watch));
    }

    /** The function that a name or ARN, with or without a qualifier, means. */
    public Optional<FunctionResource> find(String nameOrArn) {
        return function(nameOrArn).map(LambdaFunction::resource);
    }

    @Override
    public CompletableFuture<InvocationResult> invoke(String functionName, byte[] payload) {
        return function(functionName)
                .map(function -> function.invoke(payload, UUID.randomUUID().toString()))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        ErrorDocument.refused(unknown(functionName))));
    }

    @Override
    public void invokeAsync(String functionName, byte[] payload) {
        LambdaFunction function = function(functionName)
                .orElseThrow(() -> unknown(functionName));
        if (payload.length > LARGEST_EVENT_BYTES) {
            throw new InvocationRefused(413, "RequestTooLargeException", payload.length
                    + " byte payload is too large for the Event invocation type (limit "
                    + LARGEST_EVENT_BYTES + " bytes)");
        }
        async.accept(function, payload);
    }

    /** Makes invocations go wrong. */
    public Faults faults() {
        return faults;
    }

    /** Asynchronous invocations that wait, run or will be tried again. */
    public int pendingAsync() {
        return async.pending();
    }

    private void lookAtCode(CodeWatch watch) {
        try {
            watch.look();
        } catch (UncheckedIOException e) {
            log.write("runtime", "ERROR " + e.getMessage());
        }
    }

    private void replace(Path code) {
        List<LambdaFunction> users = functions.values().stream()
                .filter(function -> function.resource().code().equals(code)).toList();
        try {
            packages.replace(code);
            users.forEach(function -> function.environments().dropOutdated());
            log.write("runtime", code.getFileName() + " was rebuilt: its " + users.size()
                    + " functions run the new code");
        } catch (RuntimeException e) {
            log.write("runtime", "ERROR " + code.getFileName()
                    + " was rebuilt but can't be used; the old code goes on: " + e.getMessage());
        }
    }

    /** {@code name}, {@code arn:…:function:name[:qualifier]} or {@code name:qualifier}. */
    private Optional<LambdaFunction> function(String nameOrArn) {
        int marker = nameOrArn.indexOf(":function:");
        String name = marker < 0 ? nameOrArn : nameOrArn.substring(marker + 10);
        int colon = name.indexOf(':');
        return colon < 0
                ? Optional.ofNullable(functions.get(name))
                : Optional.ofNullable(functions.get(name.substring(0, colon)))
                        .filter(function -> isPublished(function, name.substring(colon + 1)));
    }

    /** There is one version here, whatever it is called by. */
    private static boolean isPublished(LambdaFunction function, String qualifier) {
        return qualifier.equals(LATEST) || qualifier.equals(FIRST_VERSION)
                || function.resource().alias().filter(qualifier::equals).isPresent();
    }

    private static InvocationRefused unknown(String functionName) {
        return new InvocationRefused(404, "ResourceNotFoundException",
                "Function not found: " + functionName);
    }

    /** Stops; invocations that run are left to themselves. */
    @Override
    public void close() {
        timer.close();
        packages.close();
    }
}
