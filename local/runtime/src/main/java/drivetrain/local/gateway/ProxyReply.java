package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a function's answer: "Output format of a Lambda function for proxy integration". Anything
 * else is a malformed response, for which the client gets 502.
 */
final class ProxyReply {
    private static final Set<String> MEMBERS = Set.of("statusCode", "headers",
            "multiValueHeaders", "body", "isBase64Encoded");
    private static final Set<String> FRAMING = Set.of("connection", "content-length",
            "transfer-encoding", "keep-alive", "upgrade");
    private static final Set<String> REMAPPED = Set.of("authorization", "date", "server",
            "user-agent", "host", "www-authenticate", "content-md5", "expect", "via", "te",
            "trailer", "max-forwards", "proxy-authenticate", "x-forwarded-for");
    private static final int LEAST_STATUS = 200;
    private static final int MOST_STATUS = 599;

    private final JsonNode answer;

    private ProxyReply(JsonNode answer) {
        this.answer = answer;
    }

    /**
     * The response that a function's output stands for.
     *
     * @throws GatewayRefusal (502) if it is malformed
     */
    static HttpReply of(byte[] payload, boolean binaryWanted) {
        try {
            var reply = new ProxyReply(Trees.read(payload));
            reply.requireObject();
            return new HttpReply(reply.status(), reply.headers(), reply.body(binaryWanted));
        } catch (IOException | IllegalArgumentException e) {
            throw GatewayRefusal.badGateway();
        }
    }

    private void requireObject() {
        require(answer.isObject());
        answer.fieldNames().forEachRemaining(member -> require(MEMBERS.contains(member)));
        require(absentOr(answer.path("headers").isObject(), "headers"));
        require(absentOr(answer.path("multiValueHeaders").isObject(), "multiValueHeaders"));
        require(absentOr(answer.path("body").isTextual(), "body"));
        require(absentOr(answer.path("isBase64Encoded").isBoolean(), "isBase64Encoded"));
    }

    private boolean absentOr(boolean fits, String member) {
        return fits || !answer.hasNonNull(member);
    }

    /** A number, or its text; 200 if there is none. */
    private int status() {
        JsonNode status = answer.path("statusCode");
        if (status.isMissingNode()) {
            return LEAST_STATUS;
        }
        require(status.canConvertToInt() || status.isTextual());
        int number = Integer.parseInt(status.asText());
        require(number >= LEAST_STATUS && number <= MOST_STATUS);
        return number;
    }

    private Map<String, List<String>> headers() {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        answer.path("headers").properties().forEach(
                header -> put(headers, header.getKey(), List.of(text(header.getValue()))));
        answer.path("multiValueHeaders").properties().forEach(header -> {
            require(header.getValue().isArray());
            var values = new ArrayList<String>();
            header.getValue().forEach(value -> values.add(text(value)));
            put(headers, header.getKey(), values);
        });
        headers.putIfAbsent("Content-Type", List.of("application/json"));
        return headers;
    }

    private static void put(Map<String, List<String>> headers, String name, List<String> values) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!FRAMING.contains(lower)) {
            headers.put(REMAPPED.contains(lower) ? "x-amzn-Remapped-" + name : name, values);
        }
    }

    private static String text(JsonNode value) {
        require(value.isValueNode());
        return value.asText();
    }

    private byte[] body(boolean binaryWanted) {
        String body = answer.path("body").asText("");
        return answer.path("isBase64Encoded").asBoolean(false) && binaryWanted
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw GatewayRefusal.badGateway();
        }
    }
}
