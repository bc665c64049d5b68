package drivetrain.local.lambda;

/** An invocation that Lambda doesn't accept; the code is the one of Lambda's API. */
public final class InvocationRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int statusCode;
    private final String code;

    /** A refusal with the HTTP status and the error code of Lambda's API. */
    public InvocationRefused(int statusCode, String code, String message) {
        super(message);
        this.statusCode = statusCode;
        this.code = code;
    }

    /** The HTTP status of the refusal. */
    public int statusCode() {
        return statusCode;
    }

    /** Such as {@code ResourceNotFoundException}. */
    public String code() {
        return code;
    }
}
