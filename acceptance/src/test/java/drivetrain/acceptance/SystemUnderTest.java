package drivetrain.acceptance;

import drivetrain.acceptance.localstack.LocalStackOptions;
import drivetrain.acceptance.localstack.LocalStackSystem;
import drivetrain.deploy.StackResources;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one system of a test run: which it is, what it can do, and what was noted of it. */
final class SystemUnderTest implements AutoCloseable {
    private static final ExtensionContext.Namespace NAMES = ExtensionContext.Namespace
            .create(SystemUnderTest.class);
    private static final Set<Class<?>> ANYWHERE = Set.of(Shop.class, DrivetrainSystem.class);

    private final Where where;
    private final Optional<String> withoutGrant;
    private final Optional<String> unavailable;
    private final GrantUse use = new GrantUse();
    private final SpokenEvents spoken = new SpokenEvents();
    /** Also holds why it couldn't be started, so that not each scenario tries again. */
    private CompletableFuture<DrivetrainSystem> started;

    private SystemUnderTest(ExtensionContext context) {
        // A configuration parameter of JUnit is a system property, unless it is given otherwise.
        this.where = Where.of(context::getConfigurationParameter);
        this.withoutGrant = context.getConfigurationParameter(GrantUse.WITHOUT);
        this.unavailable = where instanceof Where.LocalStack(LocalStackOptions options)
                ? LocalStackSystem.unavailable(options)
                : Optional.empty();
        if (!(where instanceof Where.Local)) {
            System.out.println(unavailable.map(why -> "The scenarios are skipped. " + why)
                    .orElse("The scenarios run against " + where.inWords() + "."));
        }
    }

    static SystemUnderTest of(ExtensionContext context) {
        return context.getRoot().getStore(NAMES).computeIfAbsent(SystemUnderTest.class,
                _ -> new SystemUnderTest(context), SystemUnderTest.class);
    }

    /** Why there can't be such a system on this machine. */
    Optional<String> unavailable() {
        return unavailable;
    }

    /** Whether a scenario may have a parameter of this type. */
    boolean offers(Class<?> type) {
        return ANYWHERE.contains(type) || switch (where) {
            case Where.Local() -> type != LocalStackSystem.class;
            case Where.Deployed _ -> type == Redrives.class;
            case Where.LocalStack _ -> type == LocalStackSystem.class;
        };
    }

    /** Why a scenario with such a parameter is skipped. */
    String lacks(Class<?> type) {
        return reason(type) + ", and the scenarios run against " + where.inWords() + ".";
    }

    private static String reason(Class<?> type) {
        if (type == Redrives.class) {
            return "It redrives executions, which LocalStack can't do";
        }
        return type == LocalStackSystem.class
                ? "It is about LocalStack"
                : "It needs what only the local runtime has (" + type.getSimpleName() + ")";
    }

    /** The system, started when it is first asked for. */
    synchronized DrivetrainSystem system() {
        if (started == null) {
            started = new CompletableFuture<>();
            try {
                started.complete(start());
            } catch (RuntimeException e) {
                started.completeExceptionally(e);
            }
        }
        return started.join();
    }

    private DrivetrainSystem start() {
        return switch (where) {
            case Where.Local() -> startLocally();
            case Where.LocalStack(LocalStackOptions options) -> LocalStackSystem.start(options);
            case Where.Deployed there -> new RunningSystem(there.api(),
                    new Aws(there.aws(),
                            there.stackName().map(name -> StackResources.of(there.aws(), name))),
                    there.tokens(), there.payments(), there.carrier(), there.providerTimeout(),
                    there.partnerKey());
        };
    }

    /** {@link GrantsIT} runs scenarios again without a grant. */
    private LocalSystem startLocally() {
        LocalSystem system = withoutGrant.map(
                missing -> LocalSystem.startWithout(grant -> grant.toString().equals(missing)))
                .orElseGet(LocalSystem::start);
        system.hear(spoken::hear);
        use.record(GrantUse.START, system.permissions().takeUsedGrants());
        return system;
    }

    GrantUse grantUse() {
        return use;
    }

    SpokenEvents spokenEvents() {
        return spoken;
    }

    @Override
    public void close() {
        if (started != null && !started.isCompletedExceptionally()) {
            started.join().close();
        }
    }
}
