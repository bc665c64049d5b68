package drivetrain.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.local.aws.AwsFailure;
import drivetrain.local.aws.AwsService;
import drivetrain.local.dynamodb.CapacityUse;
import drivetrain.local.dynamodb.DynamoDb;
import drivetrain.local.meter.Meter;
import drivetrain.local.meter.Use;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The services that speak JSON, behind the meter and the injected faults. */
final class Services {
    static final String DYNAMODB = "dynamodb";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;

    private final DynamoDb dynamoDb;
    private final Map<String, AwsService> others;
    private final Guard guard;
    private final Meter meter;
    private final CallFaults faults;

    Services(AwsEndpoint.Parts parts, CallFaults faults) {
        this.dynamoDb = parts.dynamoDb();
        this.others = new TreeMap<>(parts.services());
        this.guard = new Guard(parts.permissions(), parts.region(), parts.accountId());
        this.meter = parts.meter();
        this.faults = faults;
    }

    /** A call as it comes over HTTP; DynamoDB's bytes are parsed by DynamoDB Local alone. */
    byte[] call(ServiceCall call, byte[] request) {
        if (call.service().equals(DYNAMODB)) {
            return callDynamoDb(call, request);
        }
        try {
            var answer = call(call, request.length == 0
                    ? JSON.createObjectNode()
                    : JSON.readTree(request));
            return JSON.writeValueAsBytes(answer);
        } catch (IOException malformed) {
            throw new AwsFailure(BAD_REQUEST, "SerializationException", malformed.getMessage());
        }
    }

    JsonNode call(ServiceCall call, JsonNode request) {
        if (call.service().equals(DYNAMODB)) {
            return callDynamoDb(call, request);
        }
        return metered(call, () -> {
            var service = service(call);
            guard.check(call, request);
            return service.call(call.operation(), request);
        });
    }

    /** Refuses an invocation that the caller isn't allowed. */
    void checkInvocation(String caller, String function) {
        guard.checkInvocation(caller, function);
    }

    /** Runs a call of any service, counting it. */
    <T> T metered(ServiceCall call, Supplier<T> action) {
        try {
            faults.before(call);
            var answer = action.get();
            meter.count(use(call, ""), 0);
            return answer;
        } catch (AwsFailure refused) {
            meter.countFailure(use(call, ""), 0);
            throw refused;
        }
    }

    private byte[] callDynamoDb(ServiceCall call, byte[] request) {
        try {
            faults.before(call);
            var answer = dynamoDb.call(call.operation(), request,
                    decoded -> guard.checkDynamoDb(call, decoded));
            count(call, answer.consumed());
            return answer.body();
        } catch (AwsFailure refused) {
            meter.countFailure(use(call, ""), 0);
            throw refused;
        }
    }

    private void count(ServiceCall call, List<CapacityUse> consumed) {
        if (consumed.isEmpty()) {
            meter.count(use(call, ""), 0);
        }
        consumed.forEach(use -> meter.count(use(call, use.tableName()), use.units()));
    }

    private static Use use(ServiceCall call, String resource) {
        return new Use(call.caller(), call.service(), call.operation(), resource);
    }

    private JsonNode callDynamoDb(ServiceCall call, JsonNode request) {
        try {
            return JSON.readTree(callDynamoDb(call, JSON.writeValueAsBytes(request)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private AwsService service(ServiceCall call) {
        var service = others.get(call.service());
        if (service == null) {
            throw new AwsFailure(BAD_REQUEST, "UnknownOperationException",
                    "The local runtime has no "
                            + call.service() + "; it has dynamodb, "
                            + String.join(", ", others.keySet()));
        }
        return service;
    }
}
