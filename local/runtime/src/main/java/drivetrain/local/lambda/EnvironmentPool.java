package drivetrain.local.lambda;

import drivetrain.local.template.FunctionResource;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/** The environments of one function that wait for work; the one that worked last goes first. */
final class EnvironmentPool {
    private final FunctionResource function;
    private final Map<String, String> variables;
    private final CodePackages packages;
    private final BlockingDeque<ExecutionEnvironment> idle = new LinkedBlockingDeque<>();

    EnvironmentPool(FunctionResource function, LambdaOptions options, CodePackages packages) {
        this.function = function;
        this.variables = FunctionEnvironment.of(function, options);
        this.packages = packages;
    }

    /**
     * An environment with the current code: a waiting one, or a new one (a cold start).
     *
     * @throws Throwable
     *             what the handler's constructor throws
     */
    ExecutionEnvironment take() throws Throwable {
        ExecutionEnvironment waiting = idle.pollLast();
        while (waiting != null) {
            if (!waiting.isOutdated()) {
                return waiting;
            }
            waiting.discard();
            waiting = idle.pollLast();
        }
        return start();
    }

    private ExecutionEnvironment start() throws Throwable {
        DeploymentPackage code = packages.current(function.code());
        while (!code.acquire()) {
            code = packages.current(function.code());
        }
        Thread thread = Thread.currentThread();
        thread.setContextClassLoader(code.loader());
        boolean made = false;
        try {
            var environment = new ExecutionEnvironment(code,
                    code.handler(function.handler(), variables));
            made = true;
            return environment;
        } finally {
            if (!made) {
                code.release();
            }
        }
    }

    void giveBack(ExecutionEnvironment environment) {
        idle.addLast(environment);
        if (environment.isOutdated()) {
            dropOutdated();
        }
    }

    /** Lets go of waiting environments whose code was replaced. */
    void dropOutdated() {
        idle.removeIf(environment -> {
            boolean outdated = environment.isOutdated();
            if (outdated) {
                environment.discard();
            }
            return outdated;
        });
    }
}
