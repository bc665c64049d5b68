package drivetrain.local.streams;

import drivetrain.local.dynamodb.StreamReader;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the stream of one table whenever its bell rings, once for all mappings, and never twice at
 * a time.
 */
final class TableFeed {
    private static final Logger LOG = LoggerFactory.getLogger(TableFeed.class);

    private final StreamReader reader;
    private final String partitionKey;
    private final String streamArn;
    private final List<StreamPump> pumps;
    private final Executor reading;
    private final AtomicInteger rings = new AtomicInteger();
    private volatile boolean closed;

    TableFeed(StreamReader reader, String partitionKey, String streamArn, List<StreamPump> pumps,
            Executor reading) {
        this.reader = reader;
        this.partitionKey = partitionKey;
        this.streamArn = streamArn;
        this.pumps = pumps;
        this.reading = reading;
    }

    /** The bell: returns at once. */
    void ring() {
        if (rings.getAndIncrement() == 0 && !closed) {
            reading.execute(this::read);
        }
    }

    private void read() {
        int heard = 0;
        do {
            heard = rings.get();
            try {
                offer(reader.next().stream()
                        .map(stored -> Change.of(stored, partitionKey, streamArn)).toList());
            } catch (RuntimeException broken) {
                if (!closed) {
                    LOG.error("the stream {} can't be read", streamArn, broken);
                }
            }
        } while (!closed && !rings.compareAndSet(heard, 0));
    }

    private void offer(List<Change> changes) {
        pumps.forEach(pump -> pump.offer(changes));
    }

    void close() {
        closed = true;
        pumps.forEach(StreamPump::close);
    }
}
