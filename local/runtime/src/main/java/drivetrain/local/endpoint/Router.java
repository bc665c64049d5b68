package drivetrain.local.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Finds out which protocol a request speaks. */
final class Router {
    private static final int NOT_FOUND = 404;

    private final JsonProtocol json;
    private final LambdaProtocol lambda;
    private final StsProtocol sts;
    private final CognitoProtocol cognito;

    Router(JsonProtocol json, LambdaProtocol lambda, StsProtocol sts, CognitoProtocol cognito) {
        this.json = json;
        this.lambda = lambda;
        this.sts = sts;
        this.cognito = cognito;
    }

    HttpAnswer answer(HttpCall call) {
        var target = call.find(JsonProtocol.TARGET);
        if (target.isPresent()) {
            return json.answer(call, target.get());
        }
        if (call.path().startsWith(LambdaProtocol.ROOT)) {
            return lambda.answer(call);
        }
        if (call.path().equals(CognitoProtocol.TOKEN)) {
            return cognito.answer(call);
        }
        if (StsProtocol.speaks(call)) {
            return sts.answer(call);
        }
        var text = "{\"__type\":\"UnknownOperationException\",\"message\":\"The local runtime has "
                + "no " + call.signedService().orElse("such service") + " at this path; it has "
                + "dynamodb, sqs, events, stepfunctions, lambda and sts\"}";
        return new HttpAnswer(NOT_FOUND, "application/x-amz-json-1.1",
                Map.of("x-amzn-ErrorType", "UnknownOperationException"),
                text.getBytes(StandardCharsets.UTF_8));
    }
}
