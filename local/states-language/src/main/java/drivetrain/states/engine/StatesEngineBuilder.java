package drivetrain.states.engine;

import drivetrain.states.ExecutionListener;
import drivetrain.states.expression.Surroundings;
import drivetrain.states.task.TaskCall;
import drivetrain.states.task.TaskIntegrations;
import drivetrain.states.time.Scheduler;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Configures a {@link StatesEngine}. Only the scheduler has no default. */
public final class StatesEngineBuilder {

    private final Scheduler scheduler;
    private final List<ExecutionListener> listeners = new ArrayList<>();
    private TaskIntegrations integrations = TaskIntegrations.builder().build();
    private RandomGenerator random = new SecureRandom();
    private Consumer<TaskCall> guard = _ -> {};
    private String region = "us-east-1";
    private String account = "000000000000";
    private Limits limits = new Limits(25_000, 250_000, 10_000);

    StatesEngineBuilder(Scheduler scheduler) {
        this.scheduler = Objects.requireNonNull(scheduler);
    }

    /**
     * What Task states call. Nested executions, activities and task tokens need none.
     *
     * @param given the host's integrations
     * @return this
     */
    public StatesEngineBuilder integrations(TaskIntegrations given) {
        integrations = Objects.requireNonNull(given);
        return this;
    }

    /**
     * Who may call what.
     *
     * @param given sees each call of a Task state before it is made, but for activities; throws a
     *        {@link drivetrain.states.task.TaskFailure} to refuse it
     * @return this
     */
    public StatesEngineBuilder guard(Consumer<TaskCall> given) {
        guard = Objects.requireNonNull(given);
        return this;
    }

    /**
     * The source of ids, tokens, jitter and random functions; a seeded one makes runs repeatable.
     *
     * @param given must be thread-safe
     * @return this
     */
    public StatesEngineBuilder random(RandomGenerator given) {
        random = Objects.requireNonNull(given);
        return this;
    }

    /**
     * Where the engine stands, for its ARNs.
     *
     * @param givenRegion for instance {@code eu-central-1}
     * @param givenAccount twelve digits
     * @return this
     */
    public StatesEngineBuilder at(String givenRegion, String givenAccount) {
        region = Objects.requireNonNull(givenRegion);
        account = Objects.requireNonNull(givenAccount);
        return this;
    }

    /**
     * Tells a listener of every status change.
     *
     * @param listener is added to those given before
     * @return this
     */
    public StatesEngineBuilder listener(ExecutionListener listener) {
        listeners.add(Objects.requireNonNull(listener));
        return this;
    }

    /**
     * How many finished executions of each type are remembered; the oldest are forgotten first.
     *
     * @param count by default 10,000
     * @return this
     */
    public StatesEngineBuilder rememberFinished(int count) {
        limits = new Limits(limits.historyEvents(), limits.expressEvents(), count);
        return this;
    }

    /**
     * How many events the history of an execution may have.
     *
     * @param standard by default 25,000, as on AWS
     * @param express by default 250,000; AWS bounds Express executions by time alone
     * @return this
     */
    public StatesEngineBuilder historyLimit(int standard, int express) {
        limits = new Limits(standard, express, limits.finishedExecutions());
        return this;
    }

    /**
     * Puts the engine together.
     *
     * @return an engine without state machines
     */
    public StatesEngine build() {
        Arns arns = new Arns(region, account);
        TokenRegistry tokens = new TokenRegistry(random);
        ActivityRegistry activities = new ActivityRegistry(arns, scheduler, tokens);
        SelfIntegrations self = new SelfIntegrations(random);
        Core core = new Core(scheduler, new Surroundings(scheduler::now, random), arns,
                integrations, self.integrations(), guard, List.copyOf(listeners), tokens,
                activities,
                limits);
        MachineRegistry machines = new MachineRegistry(core);
        StatesEngine engine = new LocalEngine(machines, new ExecutionRegistry(core, machines),
                tokens, activities, new StateTester(core));
        self.connect(engine);
        return engine;
    }
}
