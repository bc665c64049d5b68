package drivetrain.local.gateway;

/**
 * API Gateway's decision to answer by itself, on its way to {@link GatewayResponses}. It carries no
 * stack trace: it is an answer, not an accident.
 */
final class GatewayRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final GatewayResponseType type;
    private final int status;
    private final String validation;

    private GatewayRefusal(GatewayResponseType type, int status, String message,
            String validation) {
        super(message, null, false, false);
        this.type = type;
        this.status = status;
        this.validation = validation;
    }

    static GatewayRefusal of(GatewayResponseType type) {
        return new GatewayRefusal(type, type.status(), type.message(), "");
    }

    static GatewayRefusal of(GatewayResponseType type, String message) {
        return new GatewayRefusal(type, type.status(), message, "");
    }

    /** A refusal that isn't of a type of its own. */
    static GatewayRefusal withStatus(int status, String message) {
        var type = status < 500
                ? GatewayResponseType.DEFAULT_4XX
                : GatewayResponseType.DEFAULT_5XX;
        return new GatewayRefusal(type, status, message, "");
    }

    /** The backend answered what isn't a response: 502. */
    static GatewayRefusal badGateway() {
        return withStatus(502, GatewayResponseType.DEFAULT_5XX.message());
    }

    /** The body doesn't fit its schema; {@code validation} says how. */
    static GatewayRefusal invalidBody(String validation) {
        var type = GatewayResponseType.BAD_REQUEST_BODY;
        return new GatewayRefusal(type, type.status(), type.message(), validation);
    }

    GatewayResponseType type() {
        return type;
    }

    int status() {
        return status;
    }

    /** {@code $context.error.validationErrorString}. */
    String validation() {
        return validation;
    }
}
