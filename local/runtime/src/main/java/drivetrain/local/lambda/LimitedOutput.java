package drivetrain.local.lambda;

import java.io.ByteArrayOutputStream;

/** Takes a function's output up to Lambda's limit, and counts what is beyond. */
final class LimitedOutput extends ByteArrayOutputStream {
    private final int limit;
    private int beyond;

    LimitedOutput(int limit) {
        super(512);
        this.limit = limit;
    }

    @Override
    public synchronized void write(int oneByte) {
        if (size() < limit) {
            super.write(oneByte);
        } else {
            beyond++;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int fits = Math.min(length, limit - size());
        super.write(bytes, offset, fits);
        beyond += length - fits;
    }

    synchronized boolean isExceeded() {
        return beyond > 0;
    }

    synchronized int total() {
        return size() + beyond;
    }
}
