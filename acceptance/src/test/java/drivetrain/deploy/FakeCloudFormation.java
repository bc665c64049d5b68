package drivetrain.deploy;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** CloudFormation with one stack, whose fate is given beforehand. */
final class FakeCloudFormation implements CloudFormationClient {
    final List<CreateChangeSetRequest> changeSets = new ArrayList<>();
    final List<StackEvent> events = new ArrayList<>();
    boolean executed;
    StackStatus before;
    StackStatus after;
    ChangeSetStatus made = ChangeSetStatus.CREATE_COMPLETE;
    String reason;

    @Override
    public CreateChangeSetResponse createChangeSet(CreateChangeSetRequest request) {
        changeSets.add(request);
        return CreateChangeSetResponse.builder().id("change-set").build();
    }

    @Override
    public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
        return DescribeChangeSetResponse.builder().status(made).statusReason(reason).build();
    }

    @Override
    public ExecuteChangeSetResponse executeChangeSet(ExecuteChangeSetRequest request) {
        executed = true;
        return ExecuteChangeSetResponse.builder().build();
    }

    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        StackStatus status = executed ? after : before;
        if (status == null) {
            throw CloudFormationException.builder()
                    .message("Stack with id " + request.stackName() + " does not exist").build();
        }
        return DescribeStacksResponse.builder()
                .stacks(Stack.builder().stackStatus(status).build()).build();
    }

    /** As CloudFormation has it, the newest first. */
    @Override
    public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
        return DescribeStackEventsResponse.builder().stackEvents(events.reversed()).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
