package drivetrain.local.sqs;

import drivetrain.local.template.QueueResource;
import drivetrain.local.template.SourceLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Makes queues for tests. */
public final class QueueFixture {
    private QueueFixture() {}

    /** A standard queue with a visibility timeout of 30 seconds. */
    public static QueueResource standard(String name) {
        return queue(name, false, Optional.empty());
    }

    /** A standard queue that gives messages up after so many receives. */
    public static QueueResource standard(String name, String deadLetterName, int receives) {
        return queue(name, false,
                Optional.of(new QueueResource.Redrive(arn(deadLetterName), receives)));
    }

    /** A FIFO queue that deduplicates by content. */
    public static QueueResource fifo(String name) {
        return queue(name, true, Optional.empty());
    }

    /** The ARN of a queue of these. */
    public static String arn(String name) {
        return "arn:aws:sqs:eu-central-1:000000000000:" + name;
    }

    private static QueueResource queue(String name, boolean fifo,
            Optional<QueueResource.Redrive> redrive) {
        return new QueueResource(new SourceLine(Path.of("template.yaml"), 1), name, name, arn(name),
                "http://127.0.0.1:4566/000000000000/" + name, fifo, fifo, Duration.ofSeconds(30),
                Duration.ofDays(4), Duration.ZERO, Duration.ZERO, 262_144, redrive);
    }
}
