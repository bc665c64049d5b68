package drivetrain.local.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a function gets of a request: "Input format of a Lambda function for proxy integration",
 * and the event of a {@code REQUEST} authorizer, which shares most of it. Written straight to
 * bytes, since this is done for every request.
 */
final class ProxyEvent {
    private static final List<String> NO_IDENTITY = List.of("cognitoIdentityPoolId", "accountId",
            "cognitoIdentityId", "caller", "principalOrgId", "accessKey",
            "cognitoAuthenticationType", "cognitoAuthenticationProvider", "userArn", "user");

    private final ApiCall call;
    private final Route route;
    private final Map<String, List<String>> headers;

    ProxyEvent(ApiCall call) {
        this.call = call;
        this.route = call.route().orElseThrow();
        this.headers = new LinkedHashMap<>(call.http().headers());
        headers.putIfAbsent("X-Forwarded-For", List.of(call.http().sourceIp()));
        headers.putIfAbsent("X-Forwarded-Proto", List.of("http"));
        headers.put("X-Amzn-Trace-Id", List.of(call.traceId()));
    }

    /** The event of a function behind a proxy integration. */
    byte[] ofIntegration(MediaTypes mediaTypes) {
        return Trees.bytes(json -> {
            json.writeStartObject();
            writeRequest(json);
            writeBody(json, mediaTypes);
            json.writeEndObject();
        });
    }

    /** The event of a {@code REQUEST} authorizer. */
    byte[] ofAuthorizer(String methodArn) {
        return Trees.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "REQUEST");
            json.writeStringField("methodArn", methodArn);
            writeRequest(json);
            json.writeEndObject();
        });
    }

    private void writeRequest(JsonGenerator json) throws IOException {
        HttpCall http = call.http();
        json.writeStringField("resource", route.resource());
        json.writeStringField("path", http.path());
        json.writeStringField("httpMethod", http.method());
        writeLast(json, "headers", headers);
        writeAll(json, "multiValueHeaders", headers);
        writeLast(json, "queryStringParameters", http.query());
        writeAll(json, "multiValueQueryStringParameters", http.query());
        writeTexts(json, "pathParameters", call.pathParameters());
        writeTexts(json, "stageVariables", call.stage().variables());
        json.writeObjectFieldStart("requestContext");
        writeContext(json);
        json.writeEndObject();
    }

    private void writeContext(JsonGenerator json) throws IOException {
        ApiStage stage = call.stage();
        json.writeStringField("resourceId", route.resourceId());
        if (call.authorizer().isPresent()) {
            json.writeFieldName("authorizer");
            json.writeTree(call.authorizer().get());
        }
        if (route.operationName().isPresent()) {
            json.writeStringField("operationName", route.operationName().get());
        }
        json.writeStringField("resourcePath", route.resource());
        json.writeStringField("httpMethod", call.http().method());
        json.writeStringField("extendedRequestId", call.extendedRequestId());
        json.writeStringField("requestTime", call.requestTime());
        json.writeStringField("path", call.http().path());
        json.writeStringField("accountId", stage.accountId());
        json.writeStringField("protocol", call.http().protocol());
        json.writeStringField("stage", stage.name());
        json.writeStringField("domainPrefix", stage.apiId());
        json.writeNumberField("requestTimeEpoch", call.received().toEpochMilli());
        json.writeStringField("requestId", call.requestId());
        writeIdentity(json);
        json.writeStringField("domainName", stage.domainName());
        json.writeStringField("deploymentId", "local");
        json.writeStringField("apiId", stage.apiId());
    }

    private void writeIdentity(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("identity");
        for (String name : NO_IDENTITY) {
            json.writeNullField(name);
        }
        json.writeStringField("sourceIp", call.http().sourceIp());
        json.writeStringField("userAgent", call.http().header("User-Agent").orElse(null));
        json.writeEndObject();
    }

    private void writeBody(JsonGenerator json, MediaTypes mediaTypes) throws IOException {
        byte[] body = call.http().body();
        boolean binary = body.length > 0 && mediaTypes.isBinary(call.http().mediaType());
        if (body.length == 0) {
            json.writeNullField("body");
        } else if (binary) {
            json.writeFieldName("body");
            json.writeBinary(body);
        } else {
            json.writeStringField("body", new String(body, StandardCharsets.UTF_8));
        }
        json.writeBooleanField("isBase64Encoded", binary);
    }

    private static void writeLast(JsonGenerator json, String name,
            Map<String, List<String>> values) throws IOException {
        var last = new LinkedHashMap<String, String>();
        values.forEach((key, all) -> last.put(key, all.getLast()));
        writeTexts(json, name, last);
    }

    /** An object of texts, or null instead of an empty one, as AWS sends it. */
    private static void writeTexts(JsonGenerator json, String name, Map<String, String> texts)
            throws IOException {
        if (texts.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private static void writeAll(JsonGenerator json, String name, Map<String, List<String>> values)
            throws IOException {
        if (values.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, List<String>> value : values.entrySet()) {
            json.writeArrayFieldStart(value.getKey());
            for (String one : value.getValue()) {
                json.writeString(one);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
