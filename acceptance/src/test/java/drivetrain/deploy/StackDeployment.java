package drivetrain.deploy;

import drivetrain.acceptance.Waiting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * Makes a stack be as a template says, as {@code sam deploy} does: a change set with the SAM
 * transform is made and executed.
 */
public final class StackDeployment {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final CloudFormationClient cloudFormation;
    private final ArtifactBucket bucket;
    private final String stackName;
    private final Consumer<String> progress;

    /**
     * A deployment to be.
     *
     * @param progress
     *            is told in words how it goes
     */
    public StackDeployment(CloudFormationClient cloudFormation, ArtifactBucket bucket,
            String stackName, Consumer<String> progress) {
        this.cloudFormation = cloudFormation;
        this.bucket = bucket;
        this.stackName = stackName;
        this.progress = progress;
    }

    /**
     * Creates the stack, or updates it if it is there.
     *
     * @param parameters
     *            values of the template's parameters; others have their defaults
     * @throws DeploymentFailed
     *             with the stack's failed events
     */
    public void run(PackagedTemplate template, Map<String, String> parameters) {
        URI url = upload(template);
        ChangeSetType type = existing().isPresent() ? ChangeSetType.UPDATE : ChangeSetType.CREATE;
        String changeSet = cloudFormation.createChangeSet(request -> request.stackName(stackName)
                .changeSetName("deploy-" + UUID.randomUUID()).changeSetType(type)
                .templateURL(url.toString())
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
                .parameters(parameters.entrySet().stream().map(parameter -> Parameter.builder()
                        .parameterKey(parameter.getKey()).parameterValue(parameter.getValue())
                        .build()).toList()))
                .id();
        DescribeChangeSetResponse made = awaitMade(changeSet);
        if (made.status() == ChangeSetStatus.CREATE_COMPLETE) {
            progress.accept(stackName + ": " + type + " by a change set of "
                    + made.changes().size() + " changes or more");
            cloudFormation.executeChangeSet(request -> request.changeSetName(changeSet));
            awaitEnd();
        } else if (!changesNothing(made)) {
            throw new DeploymentFailed("The change set of " + stackName + " wasn't made: "
                    + made.statusReason(), List.of());
        }
    }

    private URI upload(PackagedTemplate template) {
        Map<Path, String> addresses = new LinkedHashMap<>();
        template.files().forEach(file -> addresses.put(file, bucket.put(file)));
        progress.accept(addresses.size() + " files are uploaded");
        return bucket.putTemplate(
                template.text(addresses::get).getBytes(StandardCharsets.UTF_8));
    }

    /** A stack that was begun by a change set, and no more, is still to be created. */
    private Optional<Stack> existing() {
        return describe().filter(stack -> stack.stackStatus() != StackStatus.REVIEW_IN_PROGRESS);
    }

    private Optional<Stack> describe() {
        try {
            return cloudFormation.describeStacks(request -> request.stackName(stackName)).stacks()
                    .stream().findFirst();
        } catch (CloudFormationException e) {
            if (e.getMessage().contains("does not exist")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private DescribeChangeSetResponse awaitMade(String changeSet) {
        return Waiting.until("the change set of " + stackName, PATIENCE, () -> Optional
                .of(cloudFormation.describeChangeSet(request -> request.changeSetName(changeSet)))
                .filter(made -> made.status() == ChangeSetStatus.CREATE_COMPLETE
                        || made.status() == ChangeSetStatus.FAILED));
    }

    /** CloudFormation calls that a failure. */
    private static boolean changesNothing(DescribeChangeSetResponse made) {
        String reason = Optional.ofNullable(made.statusReason()).orElse("");
        return reason.contains("didn't contain changes") || reason.contains("No updates");
    }

    private void awaitEnd() {
        StackEvents events = new StackEvents(cloudFormation, stackName, progress);
        StackStatus end = Waiting.until("the stack " + stackName, PATIENCE, () -> {
            events.tell();
            return describe().map(Stack::stackStatus)
                    .filter(status -> !status.toString().endsWith("_IN_PROGRESS"));
        });
        events.tell();
        if (end != StackStatus.CREATE_COMPLETE && end != StackStatus.UPDATE_COMPLETE) {
            throw new DeploymentFailed("The stack " + stackName + " is " + end, events.failures());
        }
        progress.accept(stackName + ": " + end);
    }
}
