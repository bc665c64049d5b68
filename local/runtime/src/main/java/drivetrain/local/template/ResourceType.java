package drivetrain.local.template;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The resource types that have an effect locally. */
enum ResourceType {
    FUNCTION("AWS::Serverless::Function", "FunctionName"),
    API("AWS::Serverless::Api", "Name"),
    STATE_MACHINE("AWS::Serverless::StateMachine", "Name"),
    SIMPLE_TABLE("AWS::Serverless::SimpleTable", "TableName"),
    TABLE("AWS::DynamoDB::Table", "TableName"),
    QUEUE("AWS::SQS::Queue", "QueueName"),
    EVENT_BUS("AWS::Events::EventBus", "Name"),
    RULE("AWS::Events::Rule", "Name"),
    SCHEDULE("AWS::Scheduler::Schedule", "Name"),
    ROLE("AWS::IAM::Role", "RoleName"),
    MANAGED_POLICY("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
    PERMISSION("AWS::Lambda::Permission", "Id"),
    QUEUE_POLICY("AWS::SQS::QueuePolicy", "Id"),
    API_KEY("AWS::ApiGateway::ApiKey", "Name"),
    USAGE_PLAN("AWS::ApiGateway::UsagePlan", "UsagePlanName"),
    USAGE_PLAN_KEY("AWS::ApiGateway::UsagePlanKey", "Id");

    private static final Map<String, ResourceType> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(type -> type.typeName, Function.identity()));

    private final String typeName;
    private final String nameProperty;

    ResourceType(String typeName, String nameProperty) {
        this.typeName = typeName;
        this.nameProperty = nameProperty;
    }

    static Optional<ResourceType> of(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    /** The property by which a template names a resource itself. */
    String nameProperty() {
        return nameProperty;
    }

    @Override
    public String toString() {
        return typeName;
    }
}
