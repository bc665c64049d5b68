package drivetrain.local.lambda;

import drivetrain.local.debug.DebugAgent;
import drivetrain.local.lambda.Faults.Fault;
import drivetrain.local.lambda.Faults.Throttle;
import drivetrain.local.meter.Use;
import drivetrain.local.template.FunctionResource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** One function: admits invocations up to its concurrency, and gives each an environment. */
final class LambdaFunction {
    /** Six megabytes, Lambda's limit for synchronous requests. */
    private static final int LARGEST_REQUEST_BYTES = 6 * 1024 * 1024;

    private static final int NANOS_A_MILLI = 1_000_000;
    private static final double MILLIS_A_SECOND = 1_000;
    private static final double MEGABYTES_A_GB = 1_024;

    private final FunctionResource resource;
    private final EnvironmentPool environments;
    private final LambdaOptions options;
    private final Timeouts timeouts;
    private final Faults faults;
    private final Concurrency concurrency;

    LambdaFunction(FunctionResource resource, LambdaOptions options, CodePackages packages,
            Timeouts timeouts, Faults faults, Semaphore unreserved) {
        this.resource = resource;
        this.environments = new EnvironmentPool(resource, options, packages);
        this.options = options;
        this.timeouts = timeouts;
        this.faults = faults;
        this.concurrency = Concurrency.of(resource, unreserved);
    }

    FunctionResource resource() {
        return resource;
    }

    CompletableFuture<InvocationResult> invoke(byte[] payload, String requestId) {
        if (payload.length > LARGEST_REQUEST_BYTES) {
            return refused(new InvocationRefused(413, "RequestTooLargeException",
                    "Request must be smaller than " + LARGEST_REQUEST_BYTES
                            + " bytes for the InvokeFunction operation"));
        }
        Optional<Fault> fault = faults.next(resource.name());
        boolean throttled = fault.isPresent() && fault.get() instanceof Throttle;
        if (throttled || !concurrency.tryAcquire()) {
            return refused(new InvocationRefused(429, "TooManyRequestsException",
                    "Rate Exceeded."));
        }
        CompletableFuture<InvocationResult> answer = new CompletableFuture<>();
        Invocation invocation = new Invocation(this, payload, requestId, fault, answer);
        thread().name(resource.name() + "/" + requestId).start(invocation);
        return answer;
    }

    /** A debugger that holds a virtual thread can't be seen. */
    private static Thread.Builder thread() {
        return DebugAgent.isInstalled() ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
    }

    EnvironmentPool environments() {
        return environments;
    }

    FunctionLog log() {
        return options.log();
    }

    Timeouts timeouts() {
        return timeouts;
    }

    /** An invocation has ended, one way or the other. */
    void ended(Duration took, boolean well) {
        concurrency.release();
        Use use = new Use("lambda", "lambda", "Invocation", resource.name());
        double gigabyteSeconds = billedSeconds(took) * resource.memoryMegabytes() / MEGABYTES_A_GB;
        if (well) {
            options.meter().count(use, gigabyteSeconds);
        } else {
            options.meter().countFailure(use, gigabyteSeconds);
        }
    }

    /** Lambda bills each millisecond that has begun. */
    private static double billedSeconds(Duration took) {
        return Math.ceilDiv(took.toNanos(), NANOS_A_MILLI) / MILLIS_A_SECOND;
    }

    private static CompletableFuture<InvocationResult> refused(InvocationRefused refusal) {
        return CompletableFuture.completedFuture(ErrorDocument.refused(refusal));
    }
}
