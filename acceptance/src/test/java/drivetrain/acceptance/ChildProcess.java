package drivetrain.acceptance;

import java.util.concurrent.TimeUnit;

/** A process that a test has started, and that ends with it: asked first, then made to. */
public record ChildProcess(Process process) implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 10;

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
