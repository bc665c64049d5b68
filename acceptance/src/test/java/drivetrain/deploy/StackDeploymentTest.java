package drivetrain.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class StackDeploymentTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              One: {Type: AWS::Serverless::Function, Properties: {CodeUri: code.zip}}
              Two: {Type: AWS::Serverless::Function, Properties: {CodeUri: code.zip}}
            """;
    private static final String CODE_KEY = "artifacts/"
            + "2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683.zip";

    @TempDir
    private Path folder;
    private final FakeCloudFormation stacks = new FakeCloudFormation();
    private final FakeS3 s3 = new FakeS3();
    private final List<String> progress = new ArrayList<>();
    private final StackDeployment deployment = new StackDeployment(stacks,
            new ArtifactBucket(s3, "eu-central-1", "artifacts"), "shop", progress::add);
    private PackagedTemplate template;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("code.zip"), "key");
        template = PackagedTemplate
                .read(Files.writeString(folder.resolve("template.yaml"), TEMPLATE));
    }

    @Test
    void uploadsEachFileOnceAndAsksForTheTemplateThatNamesIt() {
        stacks.after = StackStatus.CREATE_COMPLETE;

        deployment.run(template, Map.of("Stage", "dev"));

        assertThat(s3.objects).hasSize(2).containsEntry(CODE_KEY, "key")
                .containsValue(TEMPLATE.replace("code.zip", "s3://" + CODE_KEY));
        assertThat(stacks.changeSets).singleElement().satisfies(request -> {
            assertThat(request.changeSetType()).isEqualTo(ChangeSetType.CREATE);
            assertThat(request.capabilities()).containsExactly(Capability.CAPABILITY_IAM,
                    Capability.CAPABILITY_AUTO_EXPAND);
            assertThat(request.parameters()).containsExactly(Parameter.builder()
                    .parameterKey("Stage").parameterValue("dev").build());
            assertThat(request.templateURL())
                    .matches("https://s3.eu-central-1.amazonaws.com/artifacts/\\w+.template");
        });
        assertThat(stacks.executed).isTrue();
    }

    @Test
    void updatesAStackUnlessItWasOnlyBegun() {
        stacks.before = StackStatus.UPDATE_ROLLBACK_COMPLETE;
        stacks.after = StackStatus.UPDATE_COMPLETE;
        deployment.run(template, Map.of());

        stacks.executed = false;
        stacks.before = StackStatus.REVIEW_IN_PROGRESS;
        deployment.run(template, Map.of());

        assertThat(stacks.changeSets).extracting(request -> request.changeSetType())
                .containsExactly(ChangeSetType.UPDATE, ChangeSetType.CREATE);
    }

    @Test
    void tellsOfEveryFailedEventOldestFirst() {
        stacks.after = StackStatus.ROLLBACK_COMPLETE;
        stacks.events.add(event("Table", ResourceStatus.CREATE_COMPLETE, null));
        stacks.events.add(event("Queue", ResourceStatus.CREATE_FAILED, "quota"));
        stacks.events.add(event("Rule", ResourceStatus.CREATE_FAILED, "cancelled"));

        assertThatThrownBy(() -> deployment.run(template, Map.of()))
                .isInstanceOf(DeploymentFailed.class).hasMessage("""
                        The stack shop is ROLLBACK_COMPLETE
                          Queue (AWS::Thing) CREATE_FAILED: quota
                          Rule (AWS::Thing) CREATE_FAILED: cancelled""");
        assertThat(progress).contains("Queue (AWS::Thing) CREATE_FAILED: quota",
                "shop: 1 resources are done");
    }

    @Test
    void tellsWhyThereIsNoChangeSet() {
        stacks.made = ChangeSetStatus.FAILED;
        stacks.reason = "Transform AWS::Serverless-2016-10-31 failed with: no";

        assertThatThrownBy(() -> deployment.run(template, Map.of()))
                .isInstanceOf(DeploymentFailed.class).hasMessageContaining(stacks.reason);
        assertThat(stacks.executed).isFalse();
    }

    @Test
    void isContentWhenThereIsNothingToChange() {
        stacks.before = StackStatus.CREATE_COMPLETE;
        stacks.made = ChangeSetStatus.FAILED;
        stacks.reason = "The submitted information didn't contain changes.";

        assertThatCode(() -> deployment.run(template, Map.of())).doesNotThrowAnyException();
        assertThat(stacks.executed).isFalse();
    }

    private static StackEvent event(String id, ResourceStatus status, String reason) {
        return StackEvent.builder().eventId(id).logicalResourceId(id).resourceType("AWS::Thing")
                .resourceStatus(status).resourceStatusReason(reason).build();
    }
}
