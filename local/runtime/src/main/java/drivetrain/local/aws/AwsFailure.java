package drivetrain.local.aws;

/** An error answer of an AWS service. */
public final class AwsFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int statusCode;
    private final String code;

    /** An error with its HTTP status and the short code of the API reference. */
    public AwsFailure(int statusCode, String code, String message) {
        super(message);
        this.statusCode = statusCode;
        this.code = code;
    }

    /** The HTTP status of the answer. */
    public int statusCode() {
        return statusCode;
    }

    /** Such as {@code ConditionalCheckFailedException}; no name space, no {@code #}. */
    public String code() {
        return code;
    }
}
