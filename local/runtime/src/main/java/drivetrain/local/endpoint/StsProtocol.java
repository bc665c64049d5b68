package drivetrain.local.endpoint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** STS in the query protocol: {@code GetCallerIdentity} only. */
final class StsProtocol {
    private static final String XML = "text/xml";
    private static final int BAD_REQUEST = 400;

    private final String accountId;
    private final Services services;

    StsProtocol(String accountId, Services services) {
        this.accountId = accountId;
        this.services = services;
    }

    static boolean speaks(HttpCall call) {
        return call.find("Content-Type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded")).isPresent();
    }

    HttpAnswer answer(HttpCall call) {
        var action = action(new String(call.body(), StandardCharsets.UTF_8));
        if (!action.equals("GetCallerIdentity")) {
            return error(call.signedService().orElse("?") + " " + action);
        }
        return services.metered(new ServiceCall(call.caller(), "sts", action),
                () -> HttpAnswer.ok(XML, identity(call.caller())));
    }

    private static String action(String form) {
        return Arrays.stream(form.split("&")).filter(field -> field.startsWith("Action="))
                .map(field -> URLDecoder.decode(field.substring(7), StandardCharsets.UTF_8))
                .findFirst().orElse("");
    }

    private byte[] identity(String caller) {
        return """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <GetCallerIdentityResult>
                    <Arn>arn:aws:iam::%s:user/%s</Arn>
                    <UserId>%s</UserId>
                    <Account>%s</Account>
                  </GetCallerIdentityResult>
                  <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>
                </GetCallerIdentityResponse>
                """.formatted(accountId, escape(caller), escape(caller), accountId,
                UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    private static HttpAnswer error(String action) {
        var body = """
                <ErrorResponse>
                  <Error>
                    <Type>Sender</Type>
                    <Code>InvalidAction</Code>
                    <Message>The local runtime has no %s; of the query protocol it knows \
                sts GetCallerIdentity, and SQS only in JSON</Message>
                  </Error>
                  <RequestId>%s</RequestId>
                </ErrorResponse>
                """.formatted(escape(action), UUID.randomUUID());
        return new HttpAnswer(BAD_REQUEST, XML, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
