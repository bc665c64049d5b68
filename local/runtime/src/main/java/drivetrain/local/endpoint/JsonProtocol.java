package drivetrain.local.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The AWS JSON protocols 1.0 and 1.1: the operation is in {@code X-Amz-Target}, an error's name in
 * {@code __type}. Source: Smithy, "AWS JSON 1.0 protocol" and "AWS query compatible error codes".
 */
final class JsonProtocol {
    static final String TARGET = "X-Amz-Target";

    /** Where errors come from that a service has from its framework. */
    private static final String FRAMEWORK = "com.amazon.coral.service#";
    private static final int BAD_REQUEST = 400;
    private static final String JSON_10 = "application/x-amz-json-1.0";

    /** By the name that the protocol knows: our service, and the name space of its errors. */
    private enum Target {
        DYNAMODB(Services.DYNAMODB, "com.amazonaws.dynamodb.v20120810#"),
        SQS("sqs", "com.amazonaws.sqs#"), EVENTS("events", ""), STATES("states", "");

        private final String service;
        private final String errorSpace;

        Target(String service, String errorSpace) {
            this.service = service;
            this.errorSpace = errorSpace;
        }
    }

    private static final Map<String, Target> TARGETS = Map.of("DynamoDB_20120810", Target.DYNAMODB,
            "DynamoDBStreams_20120810", Target.DYNAMODB, "AmazonSQS", Target.SQS, "AWSEvents",
            Target.EVENTS, "AWSStepFunctions", Target.STATES);

    private final Services services;

    JsonProtocol(Services services) {
        this.services = services;
    }

    HttpAnswer answer(HttpCall call, String targetHeader) {
        var dot = targetHeader.indexOf('.');
        var target = dot < 0 ? null : TARGETS.get(targetHeader.substring(0, dot));
        var contentType = call.find("Content-Type").orElse(JSON_10);
        if (target == null) {
            return error("", unknown(targetHeader), contentType, Map.of());
        }
        var request = new ServiceCall(call.caller(), target.service,
                targetHeader.substring(dot + 1));
        try {
            var body = services.call(request, call.body());
            return new HttpAnswer(HttpAnswer.OK, contentType, checksum(target, body), body);
        } catch (AwsFailure failure) {
            return error(target.errorSpace, failure, contentType, queryError(target, failure));
        }
    }

    private static AwsFailure unknown(String target) {
        return new AwsFailure(BAD_REQUEST, "UnknownOperationException", "The local runtime doesn't "
                + "know " + target + "; it knows DynamoDB, DynamoDB Streams, SQS, EventBridge, "
                + "Step Functions, Lambda (Invoke, GetFunction, ListFunctions) and STS "
                + "(GetCallerIdentity)");
    }

    private static Map<String, String> checksum(Target target, byte[] body) {
        if (target != Target.DYNAMODB) {
            return Map.of();
        }
        var crc = new CRC32();
        crc.update(body);
        return Map.of("x-amz-crc32", Long.toString(crc.getValue()));
    }

    private static Map<String, String> queryError(Target target, AwsFailure failure) {
        if (target != Target.SQS) {
            return Map.of();
        }
        var fault = failure.statusCode() < 500 ? "Sender" : "Receiver";
        return Map.of("x-amzn-query-error", QueryErrors.ofSqs(failure.code()) + ";" + fault);
    }

    private static HttpAnswer error(String errorSpace, AwsFailure failure, String contentType,
            Map<String, String> headers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("__type", (failure.code().equals(AwsFailure.ACCESS_DENIED) && !errorSpace.isEmpty()
                ? FRAMEWORK
                : errorSpace) + failure.code());
        body.put("message", failure.getMessage());
        body.setAll(failure.members());
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        var all = new HashMap<>(headers);
        all.put("x-amzn-ErrorType", failure.code());
        if (errorSpace.equals(Target.DYNAMODB.errorSpace)) {
            all.putAll(checksum(Target.DYNAMODB, bytes));
        }
        return new HttpAnswer(failure.statusCode(), contentType, all, bytes);
    }
}
