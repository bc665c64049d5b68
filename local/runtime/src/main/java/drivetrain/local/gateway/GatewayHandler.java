package drivetrain.local.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.UrlEncoded;

/** Between Jetty and the gateway. */
final class GatewayHandler extends Handler.Abstract {
    /** API Gateway's limit. */
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;
    /** How much of a body that is too large is read, so that its sender gets to the answer. */
    private static final int MAX_DRAINED_BYTES = 8 * MAX_BODY_BYTES;
    private static final byte[] EMPTY = new byte[0];

    private final ApiGateway gateway;

    GatewayHandler(ApiGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        byte[] body = body(request);
        boolean tooLarge = body.length > MAX_BODY_BYTES;
        write(answer(request, tooLarge ? EMPTY : body, tooLarge), response, callback);
        return true;
    }

    private HttpReply answer(Request request, byte[] body, boolean tooLarge) {
        HttpCall call;
        try {
            call = call(request, body, tooLarge);
        } catch (IllegalArgumentException wronglyEncoded) {
            return gateway.unreadable(HttpStatus.BAD_REQUEST_400, "Bad Request",
                    UnreadableRequestHandler.call(request));
        }
        return gateway.handle(call);
    }

    private static byte[] body(Request request) throws IOException {
        if (request.getLength() == 0) {
            return EMPTY;
        }
        InputStream in = Content.Source.asInputStream(request);
        byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            in.skip(MAX_DRAINED_BYTES);
        }
        return body;
    }

    private static HttpCall call(Request request, byte[] body, boolean tooLarge) {
        return new HttpCall(request.getMethod(), request.getHttpURI().getPath(), query(request),
                headers(request), body, tooLarge, Request.getRemoteAddr(request),
                request.getConnectionMetaData().getProtocol());
    }

    private static Map<String, List<String>> headers(Request request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(field.getName(), _ -> new ArrayList<>(1))
                    .add(field.getValue() == null ? "" : field.getValue());
        }
        return headers;
    }

    private static Map<String, List<String>> query(Request request) {
        String raw = request.getHttpURI().getQuery();
        if (raw == null || raw.isEmpty()) {
            return Map.of();
        }
        var query = new LinkedHashMap<String, List<String>>();
        UrlEncoded.decodeTo(raw, (name, value) -> query
                .computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value),
                StandardCharsets.UTF_8);
        return query;
    }

    static void write(HttpReply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        reply.headers().forEach((name, values) -> values
                .forEach(value -> response.getHeaders().add(name, value)));
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
