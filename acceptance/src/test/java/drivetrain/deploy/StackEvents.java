package drivetrain.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** What CloudFormation tells of a stack from now on. */
final class StackEvents {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final CloudFormationClient cloudFormation;
    private final String stackName;
    private final Consumer<String> progress;
    private final Set<String> seen = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private int done;
    private Instant next = Instant.now();

    StackEvents(CloudFormationClient cloudFormation, String stackName, Consumer<String> progress) {
        this.cloudFormation = cloudFormation;
        this.stackName = stackName;
        this.progress = progress;
    }

    /** Reads what is new, and tells of every failure at once and of the rest now and then. */
    void tell() {
        cloudFormation.describeStackEventsPaginator(request -> request.stackName(stackName))
                .stackEvents().stream().filter(event -> seen.add(event.eventId()))
                .toList().reversed().forEach(this::note);
        if (Instant.now().isAfter(next)) {
            progress.accept(stackName + ": " + done + " resources are done");
            next = Instant.now().plus(BETWEEN_LINES);
        }
    }

    private void note(StackEvent event) {
        String status = event.resourceStatusAsString();
        if (status.endsWith("_FAILED")) {
            String failure = event.logicalResourceId() + " (" + event.resourceType() + ") "
                    + status + ": " + event.resourceStatusReason();
            failures.add(failure);
            progress.accept(failure);
        } else if (status.endsWith("_COMPLETE")) {
            done++;
        }
    }

    /** The failures, in the order in which they happened. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
