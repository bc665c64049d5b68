package drivetrain.local.template;

import drivetrain.local.template.QueueResource.Redrive;
import drivetrain.local.template.Reading.Resource;
import java.util.Optional;

/** {@code AWS::SQS::Queue}; limits and defaults as in the CloudFormation reference. */
final class QueueReader {
    private static final int FOURTEEN_DAYS_IN_SECONDS = 1_209_600;
    private static final int FOUR_DAYS_IN_SECONDS = 345_600;
    private static final int TWELVE_HOURS_IN_SECONDS = 43_200;
    private static final int LARGEST_MESSAGE_BYTES = 1_048_576;

    private final Reading reading;

    QueueReader(Reading reading) {
        this.reading = reading;
    }

    void read(Resource resource) {
        Fields fields = reading.fields(resource);
        Names names = reading.names();
        String id = resource.id();
        String name = names.physicalName(id);
        boolean fifo = fields.flag("FifoQueue", false);
        if (fifo != name.endsWith(".fifo")) {
            fields.problem("must have a QueueName that ends with .fifo exactly if it is FIFO");
        }
        reading.queues().add(new QueueResource(resource.source(), id, name, names.arn(id),
                names.queueUrl(id), fifo, fields.flag("ContentBasedDeduplication", false),
                fields.seconds("VisibilityTimeout", 0, TWELVE_HOURS_IN_SECONDS, 30),
                fields.seconds("MessageRetentionPeriod", 60, FOURTEEN_DAYS_IN_SECONDS,
                        FOUR_DAYS_IN_SECONDS),
                fields.seconds("DelaySeconds", 0, 900, 0),
                fields.seconds("ReceiveMessageWaitTimeSeconds", 0, 20, 0),
                fields.integer("MaximumMessageSize", 1024, LARGEST_MESSAGE_BYTES,
                        LARGEST_MESSAGE_BYTES),
                redrive(fields)));
        fields.ignore("QueueName", "DeduplicationScope", "FifoThroughputLimit", "KmsMasterKeyId",
                "KmsDataKeyReusePeriodSeconds", "RedriveAllowPolicy", "SqsManagedSseEnabled",
                "Tags");
        fields.done();
    }

    private static Optional<Redrive> redrive(Fields fields) {
        return fields.object("RedrivePolicy").map(policy -> {
            Redrive redrive = new Redrive(policy.required("deadLetterTargetArn"),
                    policy.integer("maxReceiveCount", 1, 1000, 10));
            policy.done();
            return redrive;
        });
    }
}
