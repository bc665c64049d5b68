package drivetrain.local.lambda;

import drivetrain.local.lambda.Faults.CrashAfter;
import drivetrain.local.lambda.Faults.CrashBefore;
import drivetrain.local.lambda.Faults.Delay;
import drivetrain.local.lambda.Faults.Failure;
import drivetrain.local.lambda.Faults.Fault;
import drivetrain.local.lambda.Faults.Throttle;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run of a function on a thread of its own. Either the run or the timeout settles it; whichever
 * comes second has no effect.
 */
final class Invocation implements Runnable {
    /** Lambda allows a hundred bytes more for answers than for requests. */
    private static final int LARGEST_RESPONSE_BYTES = 6 * 1024 * 1024 + 100;

    private final LambdaFunction function;
    private final byte[] payload;
    private final String requestId;
    private final Optional<Fault> fault;
    private final CompletableFuture<InvocationResult> answer;
    private final AtomicBoolean settled = new AtomicBoolean();
    private final long start = System.nanoTime();

    Invocation(LambdaFunction function, byte[] payload, String requestId, Optional<Fault> fault,
            CompletableFuture<InvocationResult> answer) {
        this.function = function;
        this.payload = payload;
        this.requestId = requestId;
        this.fault = fault;
        this.answer = answer;
    }

    @Override
    public void run() {
        ExecutionEnvironment environment;
        try {
            environment = function.environments().take();
        } catch (Throwable failedStart) { // Whatever a static initializer or constructor throws.
            settle(ErrorDocument.of(failedStart));
            return;
        }
        Future<?> timeout = function.timeouts().after(function.resource().timeout(),
                timeoutOf(Thread.currentThread()));
        Outcome outcome = serve(environment);
        timeout.cancel(false);
        boolean reusable = outcome.reusable() && !settled.get();
        if (reusable) {
            function.environments().giveBack(environment);
        } else {
            environment.discard();
        }
        settle(outcome.result());
    }

    private record Outcome(InvocationResult result, boolean reusable) {}

    private Runnable timeoutOf(Thread thread) {
        Duration timeout = function.resource().timeout();
        return () -> Thread.startVirtualThread(() -> {
            if (settle(ErrorDocument.timedOut(requestId, timeout))) {
                thread.interrupt();
            }
        });
    }

    private Outcome serve(ExecutionEnvironment environment) {
        try {
            if (fault.isPresent()) {
                Optional<InvocationResult> broken = before(fault.get());
                if (broken.isPresent()) {
                    return new Outcome(broken.get(), false);
                }
            }
            InvocationResult result = call(environment);
            boolean crashed = fault.isPresent() && fault.get() instanceof CrashAfter;
            return crashed
                    ? new Outcome(ErrorDocument.exited(requestId), false)
                    : new Outcome(result, true);
        } catch (Exception thrown) {
            return new Outcome(ErrorDocument.of(thrown), true);
        } catch (Throwable fatal) { // Errors end the process of a function on AWS.
            return new Outcome(ErrorDocument.of(fatal), false);
        }
    }

    private Optional<InvocationResult> before(Fault planned) throws InterruptedException {
        return switch (planned) {
            case CrashBefore() -> Optional.of(ErrorDocument.exited(requestId));
            case Failure(String type, String message) -> Optional
                    .of(ErrorDocument.failed(type, message));
            case Delay(Duration duration) -> {
                Thread.sleep(duration);
                yield Optional.empty();
            }
            case CrashAfter(),Throttle() -> Optional.empty();
        };
    }

    private InvocationResult call(ExecutionEnvironment environment) throws Exception {
        Thread.currentThread().setContextClassLoader(environment.loader());
        LimitedOutput output = new LimitedOutput(LARGEST_RESPONSE_BYTES);
        environment.handler().handleRequest(new ByteArrayInputStream(payload), output,
                new InvocationContext(function.resource(), requestId, environment.logStream(),
                        function.log()));
        return output.isExceeded()
                ? ErrorDocument.responseTooLarge(output.total(), LARGEST_RESPONSE_BYTES)
                : new InvocationResult(200, Optional.empty(), output.toByteArray());
    }

    /** Answers, unless that has been done already. */
    private boolean settle(InvocationResult result) {
        if (!settled.compareAndSet(false, true)) {
            return false;
        }
        function.ended(Duration.ofNanos(System.nanoTime() - start), result.succeeded());
        if (result.functionError().isPresent()) {
            function.log().write(function.resource().name(),
                    "ERROR " + new String(result.payload(), StandardCharsets.UTF_8));
        }
        answer.complete(result);
        return true;
    }
}
