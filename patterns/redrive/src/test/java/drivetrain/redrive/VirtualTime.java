package drivetrain.redrive;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens later, in the order of a clock that nobody waits for. */
final class VirtualTime {
    private record Task(long atMillis, long number, Runnable action) {}

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            Comparator.comparingLong(Task::atMillis).thenComparingLong(Task::number));
    private long nowMillis;
    private long numbers;

    long nowMillis() {
        return nowMillis;
    }

    void after(long millis, Runnable action) {
        tasks.add(new Task(nowMillis + millis, numbers++, action));
    }

    /** Until nothing is left to happen. */
    void run() {
        while (!tasks.isEmpty()) {
            var next = tasks.remove();
            nowMillis = next.atMillis();
            next.action().run();
        }
    }
}
