package drivetrain.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Closes what was started, layer by layer, even if some of it fails to close. */
final class Cleanup implements AutoCloseable {
    private final Map<Layer, Deque<AutoCloseable>> started = new EnumMap<>(Layer.class);
    private boolean closed;

    /** What is closed first to last: a layer uses only those below it. */
    enum Layer {
        DOORS, SOURCES, ENDPOINT, FUNCTIONS, STORAGE, TIME, OUTSIDE
    }

    /** Takes what was started; what comes after the end, from a start that failed, is closed. */
    <T extends AutoCloseable> T add(Layer layer, T one) {
        if (!keep(layer, one)) {
            close(List.of(one));
        }
        return one;
    }

    private synchronized boolean keep(Layer layer, AutoCloseable one) {
        if (!closed) {
            started.computeIfAbsent(layer, key -> new ArrayDeque<>()).push(one);
        }
        return !closed;
    }

    private synchronized List<AutoCloseable> takeAll() {
        closed = true;
        List<AutoCloseable> all = new ArrayList<>();
        started.values().forEach(all::addAll);
        started.clear();
        return all;
    }

    @Override
    public void close() {
        close(takeAll());
    }

    private static void close(List<? extends AutoCloseable> all) {
        List<Exception> failures = new ArrayList<>();
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failure = new IllegalStateException("Didn't stop cleanly");
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
