package drivetrain.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.iam.CallAccess;
import drivetrain.local.iam.DynamoDbAccess;
import drivetrain.local.iam.Permissions;
import software.amazon.awssdk.core.SdkRequest;

/** Lets nobody through who may not do what a call does. */
final class Guard {
    private static final int FORBIDDEN = 403;

    private final Permissions permissions;
    private final CallAccess calls;
    private final DynamoDbAccess dynamoDb;

    Guard(Permissions permissions, String region, String accountId) {
        this.permissions = permissions;
        calls = new CallAccess(region, accountId);
        dynamoDb = new DynamoDbAccess(region, accountId);
    }

    void check(ServiceCall call, JsonNode request) {
        if (permissions.areUnlimited(call.caller())) {
            return;
        }
        try {
            calls.of(call.service(), call.operation(), request)
                    .forEach(access -> permissions.require(call.caller(), access));
        } catch (AwsFailure refused) {
            throw call.service().equals("sqs") ? forbidden(refused) : refused;
        }
    }

    void checkDynamoDb(ServiceCall call, SdkRequest request) {
        if (!permissions.areUnlimited(call.caller())) {
            dynamoDb.of(request).forEach(access -> permissions.require(call.caller(), access));
        }
    }

    void checkInvocation(String caller, String function) {
        try {
            permissions.require(caller, calls.invocation(function));
        } catch (AwsFailure refused) {
            throw forbidden(refused);
        }
    }

    /** SQS and Lambda answer with another status than the services of older protocols. */
    private static AwsFailure forbidden(AwsFailure refused) {
        return new AwsFailure(FORBIDDEN, refused.code(), refused.getMessage());
    }
}
