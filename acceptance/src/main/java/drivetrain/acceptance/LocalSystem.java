package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.LocalRuntime;
import drivetrain.local.LocalRuntimeBuilder;
import drivetrain.local.identity.TokenRequest;
import drivetrain.local.endpoint.CallFaults;
import drivetrain.local.iam.Grant;
import drivetrain.local.iam.Permissions;
import drivetrain.local.lambda.Faults;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Usage;
import drivetrain.local.streams.StreamFaults;
import drivetrain.local.template.SamApplication;
import drivetrain.states.history.HistoryEvent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.Set;
import java.util.function.Consumer;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The local runtime, started for a run on free ports. It can do what a deployed system can't: make
 * functions crash, and streams repeat and reorder their records.
 */
public final class LocalSystem implements DrivetrainSystem {
    /** Waits between retries are made so much shorter: a minute becomes a tenth of a second. */
    private static final double QUICK = 0.002;
    /** How long functions wait for a provider; scenarios in which one is silent wait it out. */
    private static final Duration PROVIDER_TIMEOUT = Duration.ofSeconds(1);
    private static final List<String> RATES = List.of("RequestsPerSecond", "OrdersPerSecond",
            "QuotesPerSecond");
    private static final String UNTHROTTLED = "10000";
    /** Circuits that open for as short a time as the other waits are made. */
    private static final String QUICK_CIRCUITS = Stream
            .of("payment-provider#authorize", "payment-provider#settle", "carrier#shipments")
            .map(circuit -> "'" + circuit + "': {'windowMillis': 10000, 'minimumFailures': 5,"
                    + " 'minimumCallers': 3, 'failureRate': 0.5, 'slowCallMillis': 4000,"
                    + " 'openTimeMillis': 300, 'openTimeCapMillis': 2000, 'probesToClose': 2,"
                    + " 'probeLeaseMillis': 5000, 'successSample': 1}")
            .collect(Collectors.joining(", ", "{", "}"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(8);
    private static final double DUPLICATES = 0.3;
    private static final Duration SHUFFLE = Duration.ofMillis(150);

    private final LocalRuntime runtime;
    private final Aws aws;
    private final Duration patience;
    private final Duration providerTimeout;
    private final LongAdder unguardedCalls = new LongAdder();
    private final long seed;
    private final List<FunctionLines> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<JsonNode>> hearers = new CopyOnWriteArrayList<>();

    private LocalSystem(LocalRuntimeBuilder builder, Duration patience,
            Duration providerTimeout) {
        this.patience = patience;
        this.providerTimeout = providerTimeout;
        this.seed = Long.getLong("seed", System.nanoTime());
        this.runtime = builder.seed(seed).functionLog(this::log)
                .eventLog((_, event) -> hearers.forEach(hearer -> hearer.accept(event))).start();
        this.aws = new Aws(runtime.awsUrl());
    }

    private void log(String function, String text) {
        note(function, text);
        listeners.forEach(listener -> listener.write(function, text));
    }

    private void note(String function, String text) {
        unguardedCalls.add(text.lines().filter(line -> line.contains("\"CircuitUnguarded\":1"))
                .count());
        text.lines().filter(line -> line.contains("\"ERROR\""))
                .forEach(line -> System.err.println(function + ": " + line));
    }

    /** Starts this project's application, with short waits. */
    public static LocalSystem start() {
        return start(templateOfThisProject());
    }

    /** Starts the application of a template, with short waits and as good as no throttling. */
    public static LocalSystem start(Path template) {
        return new LocalSystem(quick(template), PATIENCE, PROVIDER_TIMEOUT);
    }

    /**
     * Starts this project's application without some of what its roles grant. Scenarios that miss it
     * needn't wait long to fail.
     */
    public static LocalSystem startWithout(Predicate<Grant> grants) {
        return new LocalSystem(quick(templateOfThisProject()).without(grants), SHORT_PATIENCE,
                PROVIDER_TIMEOUT);
    }

    private static LocalRuntimeBuilder quick(Path template) {
        var builder = LocalRuntime.of(template).timeScale(QUICK)
                .parameter("ProviderTimeoutMillis", Long.toString(PROVIDER_TIMEOUT.toMillis()))
                .parameter("CircuitSettings", QUICK_CIRCUITS);
        RATES.forEach(rate -> builder.parameter(rate, UNTHROTTLED));
        return builder;
    }

    /** Starts this project's application as {@code ./start} does. */
    public static LocalSystem startUnscaled() {
        return new LocalSystem(LocalRuntime.of(templateOfThisProject()), PATIENCE,
                RunningSystem.USUAL_PROVIDER_TIMEOUT);
    }

    /** {@code template.yaml} of the project that this is run in. */
    public static Path templateOfThisProject() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("template.yaml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Run this inside the project");
        }
        return folder.resolve("template.yaml");
    }

    /** What its random faults depend on; {@code -Dseed=} repeats them. */
    public long seed() {
        return seed;
    }

    /** Keeps what functions write from now on, until it is closed. */
    public FunctionLines listen() {
        FunctionLines lines = new FunctionLines(listeners::remove);
        listeners.add(lines);
        return lines;
    }

    /** What its functions and workflows may do, and what of it they do. */
    public Permissions permissions() {
        return runtime.permissions();
    }

    /** Every resource, with its name and ARN. */
    public SamApplication application() {
        return runtime.application();
    }

    /** Workflows can't reach the circuits' table until this is closed. */
    public CallFaults.Injection loseCircuits() {
        return runtime.callFaults().inject(
                call -> call.service().equals("dynamodb")
                        && call.caller().endsWith("GuardedCallRole"),
                CallFaults.fail(500, "InternalServerError", "The table can't be reached"));
    }

    /** From now on tells of every event that is put on a bus; several threads may do so. */
    public void hear(Consumer<JsonNode> hearer) {
        hearers.add(hearer);
    }

    /** Makes functions crash. */
    public Faults faults() {
        return runtime.functionFaults();
    }

    /** Counts what would have cost something. */
    public Meter meter() {
        return runtime.meter();
    }

    /** What an execution went through; also of Express workflows, which AWS has no history of. */
    public List<HistoryEvent> history(String executionArn) {
        return runtime.workflows().engine().executions().history(executionArn);
    }

    /** Calls of dependencies that passed unguarded, since the circuits' table didn't answer. */
    public long unguardedCalls() {
        long ofWorkflows = meter().usage().stream()
                .filter(usage -> usage.operation().equals("PutEvents")
                        && usage.caller().contains("GuardedCall"))
                .mapToLong(Usage::calls).sum();
        return unguardedCalls.sum() + ofWorkflows;
    }

    /** From now on streams repeat some records and deliver them in any order. */
    public void disturbStreams() {
        streamFaults().duplicate(DUPLICATES);
        streamFaults().shuffle(SHUFFLE);
    }

    /** Everything works again, and the circuits know nothing of what was. */
    @Override
    public void heal() {
        faults().clear();
        streamFaults().clear();
        DrivetrainSystem.super.heal();
    }

    private StreamFaults streamFaults() {
        return runtime.streamFaults();
    }

    @Override
    public URI api() {
        return runtime.apiUrl();
    }

    @Override
    public Aws aws() {
        return aws;
    }

    @Override
    public Provider payments() {
        return new Provider(runtime.standIns().payments().url());
    }

    @Override
    public Provider carrier() {
        return new Provider(runtime.standIns().carrier().url());
    }

    /** Where others get tokens of its issuer. */
    public URI tokens() {
        return runtime.tokenUrl();
    }

    @Override
    public String token(String subject, String scopes, String audience, Duration lifetime) {
        return runtime.token(new TokenRequest(subject, Set.of(scopes.split(" ")), audience,
                lifetime));
    }

    @Override
    public Optional<String> partnerKey() {
        return runtime.apiKeys().stream().findFirst();
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public Duration providerTimeout() {
        return providerTimeout;
    }

    @Override
    public void close() {
        aws.close();
        runtime.close();
    }
}
