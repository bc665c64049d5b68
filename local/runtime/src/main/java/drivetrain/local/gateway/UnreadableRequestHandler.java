package drivetrain.local.gateway;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses before the gateway sees it, in the gateway's form. */
final class UnreadableRequestHandler implements Request.Handler {
    private static final byte[] EMPTY = new byte[0];

    private final ApiGateway gateway;

    UnreadableRequestHandler(ApiGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        GatewayHandler.write(gateway.unreadable(status, HttpStatus.getMessage(status),
                call(request)), response, callback);
        return true;
    }

    /** What can be said of a request that can't be read. */
    static HttpCall call(Request request) {
        return new HttpCall(request.getMethod(), "/", Map.of(), Map.of(), EMPTY, false,
                Request.getRemoteAddr(request), request.getConnectionMetaData().getProtocol());
    }
}
