package drivetrain.states.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs what belongs to one execution one after the other, without holding a thread in between;
 * tasks must not throw.
 */
final class SerialQueue {

    private static final int TURN = 256;

    private final Executor executor;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    SerialQueue(Executor executor) {
        this.executor = executor;
    }

    void post(Runnable task) {
        tasks.add(task);
        if (size.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    /** After a turn others come first, so that a long execution can't starve them. */
    private void drain() {
        for (int i = 0; i < TURN; i++) {
            tasks.remove().run();
            if (size.decrementAndGet() == 0) {
                return;
            }
        }
        executor.execute(this::drain);
    }
}
