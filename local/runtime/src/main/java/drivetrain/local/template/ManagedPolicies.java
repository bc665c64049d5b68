package drivetrain.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** AWS's own policies that SAM attaches to roles (AWS Managed Policy Reference Guide). */
final class ManagedPolicies {
    static final String BASIC = "AWSLambdaBasicExecutionRole";
    static final String STREAMS = "AWSLambdaDynamoDBExecutionRole";
    static final String QUEUES = "AWSLambdaSQSQueueExecutionRole";
    static final String TRACING = "AWSXrayWriteOnlyAccess";

    private static final List<String> LOGS = List.of("logs:CreateLogGroup",
            "logs:CreateLogStream", "logs:PutLogEvents");
    private static final Map<String, List<String>> ACTIONS = Map.of(BASIC, LOGS, STREAMS,
            withLogs("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator",
                    "dynamodb:ListStreams"),
            QUEUES,
            withLogs("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
            TRACING,
            List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules",
                    "xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries"));

    private ManagedPolicies() {}

    /** The policy of a name or ARN, if it is known here. */
    static Optional<PolicyStatement> named(String nameOrArn, SourceLine source) {
        String name = nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
        return Optional.ofNullable(ACTIONS.get(name))
                .map(actions -> PolicyStatement.implied(source, actions, "*"));
    }

    private static List<String> withLogs(String... actions) {
        return Stream.concat(Stream.of(actions), LOGS.stream()).toList();
    }
}
