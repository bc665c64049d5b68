package drivetrain.gateway.handlers;

/**
 * No valid token. API Gateway answers 401 to an authorizer that fails with exactly this message,
 * and 500 to any other failure.
 */
final class Unauthorized extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unauthorized() {
        super("Unauthorized", null, false, false);
    }
}
