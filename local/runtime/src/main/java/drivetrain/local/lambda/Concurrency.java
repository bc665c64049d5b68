package drivetrain.local.lambda;

import drivetrain.local.template.FunctionResource;
import java.util.concurrent.Semaphore;

/**
 * How many invocations of a function may run at a time: what is reserved for it, or what is left of
 * the account's (AWS Lambda Developer Guide, "Configuring reserved concurrency").
 */
record Concurrency(Semaphore slots) {
    /** The account's default quota. */
    static final int ACCOUNT = 1_000;

    static Concurrency of(FunctionResource function, Semaphore unreserved) {
        return new Concurrency(function.reservedConcurrency().isPresent()
                ? new Semaphore(function.reservedConcurrency().getAsInt())
                : unreserved);
    }

    boolean tryAcquire() {
        return slots.tryAcquire();
    }

    void release() {
        slots.release();
    }
}
