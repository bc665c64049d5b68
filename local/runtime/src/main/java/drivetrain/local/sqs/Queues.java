package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.aws.AwsService;
import drivetrain.local.template.QueueResource;
import drivetrain.states.time.Scheduler;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queues of the application, and SQS's API for them. */
public final class Queues implements AwsService {
    private final Map<String, Queue> byName = new LinkedHashMap<>();
    private final SqsApi api = new SqsApi(this);

    /** Makes the queues, empty. */
    public Queues(Scheduler scheduler, List<QueueResource> resources) {
        for (var resource : resources) {
            byName.put(resource.name(), new Queue(resource, scheduler, this::ofArn));
        }
    }

    @Override
    public JsonNode call(String operation, JsonNode request) {
        return api.call(operation, request);
    }

    /** All queues, in the order of the template. */
    public Collection<Queue> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /**
     * The queue of this ARN.
     *
     * @throws AwsFailure
     *             {@code QueueDoesNotExist}
     */
    public Queue ofArn(String arn) {
        return named(arn.substring(arn.lastIndexOf(':') + 1));
    }

    /** The queue of this URL; host and account don't matter. */
    Queue ofUrl(String url) {
        return named(url.substring(url.lastIndexOf('/') + 1));
    }

    Queue named(String name) {
        return find(name).orElseThrow(() -> new AwsFailure(400, "QueueDoesNotExist",
                "The specified queue does not exist."));
    }

    Optional<Queue> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
