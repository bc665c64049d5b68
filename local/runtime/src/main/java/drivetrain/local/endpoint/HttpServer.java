package drivetrain.local.endpoint;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP on the loopback interface; each request runs on a virtual thread and may block it. */
final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int INTERNAL_ERROR = 500;

    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Listens.
     *
     * @param port
     *            0 for a free one
     */
    static HttpServer start(int port, Function<HttpCall, HttpAnswer> answerer) throws Exception {
        var threads = new VirtualThreadPool();
        threads.setName("aws");
        var server = new Server(threads);
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Answering(answerer));
        server.start();
        return new HttpServer(server, connector);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception broken) {
            LOG.warn("the AWS endpoint didn't stop cleanly", broken);
        }
    }

    private static final class Answering extends Handler.Abstract {
        private final Function<HttpCall, HttpAnswer> answerer;

        Answering(Function<HttpCall, HttpAnswer> answerer) {
            this.answerer = answerer;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            var body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
            var call = new HttpCall(request.getMethod(), request.getHttpURI().getPath(),
                    Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
                    request.getHeaders()::get, body);
            write(answer(call), response, callback);
            return true;
        }

        private HttpAnswer answer(HttpCall call) {
            try {
                return answerer.apply(call);
            } catch (RuntimeException bug) {
                LOG.error("{} {}", call.method(), call.path(), bug);
                return new HttpAnswer(INTERNAL_ERROR, "application/x-amz-json-1.0",
                        java.util.Map.of("x-amzn-ErrorType", "InternalFailure"),
                        "{\"__type\":\"InternalFailure\"}".getBytes(
                                java.nio.charset.StandardCharsets.UTF_8));
            }
        }

        private static void write(HttpAnswer answer, Response response, Callback callback) {
            response.setStatus(answer.status());
            var headers = response.getHeaders();
            headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
            headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
            headers.put("x-amzn-RequestId", requestId());
            answer.headers().forEach(headers::put);
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
        }

        /** Random enough to tell requests apart, and cheaper than a secure one. */
        private static String requestId() {
            var random = ThreadLocalRandom.current();
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
    }
}
