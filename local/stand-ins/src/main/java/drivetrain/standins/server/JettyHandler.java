package drivetrain.standins.server;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Between Jetty and {@link Call}s and {@link Answer}s. */
final class JettyHandler extends Handler.Abstract {
    private static final int MAX_BODY_BYTES = 1 << 20;

    private final Function<Call, Optional<Answer>> answers;

    /** {@code answers} gives nothing to have the connection cut. */
    JettyHandler(Function<Call, Optional<Answer>> answers) {
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        var body = new String(Content.Source.asInputStream(request).readNBytes(MAX_BODY_BYTES),
                StandardCharsets.UTF_8);
        answers.apply(call(request, body)).ifPresentOrElse(
                answer -> write(answer, response, callback), () -> cut(request, callback));
        return true;
    }

    private static Call call(Request request, String body) {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        }
        String query = request.getHttpURI().getQuery();
        return new Call(request.getMethod(), path(request), query == null ? "" : query, headers,
                body);
    }

    private static List<String> path(Request request) {
        return Arrays.stream(request.getHttpURI().getPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"),
                        StandardCharsets.UTF_8))
                .toList();
    }

    private static void write(Answer answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(Json.bytes(answer.body())), callback);
    }

    private static void cut(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("cut"));
    }
}
