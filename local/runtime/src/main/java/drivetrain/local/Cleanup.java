package drivetrain.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Closes what was started, the latest first, even if some of it fails to close. */
final class Cleanup implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T one) {
        started.push(one);
        return one;
    }

    private synchronized Optional<AutoCloseable> next() {
        return Optional.ofNullable(started.poll());
    }

    @Override
    public void close() {
        IllegalStateException failure = null;
        for (Optional<AutoCloseable> one = next(); one.isPresent(); one = next()) {
            try {
                one.get().close();
            } catch (Exception e) {
                failure = failure == null
                        ? new IllegalStateException("Didn't stop cleanly")
                        : failure;
                failure.addSuppressed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
