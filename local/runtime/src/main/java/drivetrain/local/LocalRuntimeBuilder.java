package drivetrain.local;

import drivetrain.local.events.EventLog;
import drivetrain.local.iam.Grant;
import drivetrain.local.lambda.FunctionLog;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a {@link LocalRuntime} starts with. Unless told otherwise: free ports, the template's own
 * parameters, real time, functions that log nothing.
 */
public final class LocalRuntimeBuilder {
    final Path template;
    final Map<String, String> parameters = new HashMap<>();
    String stackName = "drivetrain";
    String region = "eu-central-1";
    String accountId = "000000000000";
    int apiPort;
    int awsPort;
    double timeScale = 1;
    long seed = 1;
    FunctionLog functionLog = FunctionLog.silent();
    EventLog eventLog = EventLog.silent();
    Predicate<Grant> granted = grant -> true;

    LocalRuntimeBuilder(Path template) {
        this.template = Objects.requireNonNull(template);
    }

    /** The port of the API on 127.0.0.1; 0 for any free one. */
    public LocalRuntimeBuilder apiPort(int port) {
        this.apiPort = port;
        return this;
    }

    /**
     * The port of the AWS endpoint on 127.0.0.1; the two after it are the payment provider's and the
     * carrier's. 0 for any free ones.
     */
    public LocalRuntimeBuilder awsPort(int port) {
        this.awsPort = port;
        return this;
    }

    /** A value for one of the template's parameters. */
    public LocalRuntimeBuilder parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** The prefix of the names of resources. */
    public LocalRuntimeBuilder stackName(String name) {
        this.stackName = Objects.requireNonNull(name);
        return this;
    }

    /**
     * By how much waits are multiplied that aren't timeouts: Wait states, and all waits between
     * retries. 0.01 makes a minute 600 ms.
     */
    public LocalRuntimeBuilder timeScale(double scale) {
        if (!(scale > 0 && scale <= 1)) {
            throw new IllegalArgumentException("A time scale is more than 0 and at most 1");
        }
        this.timeScale = scale;
        return this;
    }

    /** What injected faults and the stand-ins' ids depend on. */
    public LocalRuntimeBuilder seed(long newSeed) {
        this.seed = newSeed;
        return this;
    }

    /** Gets what the functions log. */
    public LocalRuntimeBuilder functionLog(FunctionLog log) {
        this.functionLog = Objects.requireNonNull(log);
        return this;
    }

    /** Hears the events of the buses. */
    public LocalRuntimeBuilder eventLog(EventLog log) {
        this.eventLog = Objects.requireNonNull(log);
        return this;
    }

    /** Takes grants away from the roles, to see what fails without them. */
    public LocalRuntimeBuilder without(Predicate<Grant> grants) {
        this.granted = grants.negate();
        return this;
    }

    /**
     * Starts everything, and answers when requests are served.
     *
     * @throws StartFailure
     *             if a port is in use, or something else of the machine stands in the way
     * @throws drivetrain.local.template.TemplateException
     *             naming everything in the template that is wrong or not supported
     */
    public LocalRuntime start() {
        return new Startup(this).start();
    }
}
