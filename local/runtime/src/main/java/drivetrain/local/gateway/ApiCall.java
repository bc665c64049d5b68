package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request on its way through the gateway, by one thread: what is known of it so far. */
final class ApiCall {
    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter
            .ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ApiStage stage;
    private final HttpCall http;
    private final String requestId;
    private final Instant received;
    private Route route;
    private Map<String, String> pathParameters = Map.of();
    private ObjectNode authorizer;

    ApiCall(ApiStage stage, HttpCall http) {
        this.stage = stage;
        this.http = http;
        this.requestId = stage.requestIds().get();
        this.received = stage.clock().instant();
    }

    void matched(RouteTable.Match match) {
        this.route = match.route();
        this.pathParameters = match.pathParameters();
    }

    /** Sets what the authorizer says of the caller: the principal and its context. */
    void authorized(ObjectNode caller) {
        this.authorizer = caller;
    }

    ApiStage stage() {
        return stage;
    }

    HttpCall http() {
        return http;
    }

    String requestId() {
        return requestId;
    }

    Instant received() {
        return received;
    }

    String requestTime() {
        return REQUEST_TIME.format(received);
    }

    /** Opaque on AWS; here the request id in another form, in the alphabet that AWS uses. */
    String extendedRequestId() {
        return requestId.replace("-", "").substring(0, 15) + "=";
    }

    /** AWS X-Ray's id of the request. */
    String traceId() {
        String hex = requestId.replace("-", "");
        return "Root=1-%08x-%s".formatted(received.getEpochSecond(),
                hex.substring(0, Math.min(24, hex.length())));
    }

    /** The route; empty while, or because, none is found. */
    Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    /** Decoded values of the path's parameters. */
    Map<String, String> pathParameters() {
        return pathParameters;
    }

    /** Empty on routes without an authorizer. */
    Optional<ObjectNode> authorizer() {
        return Optional.ofNullable(authorizer);
    }
}
