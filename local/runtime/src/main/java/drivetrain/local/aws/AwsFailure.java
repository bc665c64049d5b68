package drivetrain.local.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error answer of an AWS service. */
public final class AwsFailure extends RuntimeException {
    /** The code of calls that the caller's role doesn't allow. */
    public static final String ACCESS_DENIED = "AccessDeniedException";

    private static final long serialVersionUID = 1;

    private final int statusCode;
    private final String code;
    private final ObjectNode members;

    /** An error with its HTTP status and the short code of the API reference. */
    public AwsFailure(int statusCode, String code, String message) {
        this(statusCode, code, message, JsonNodeFactory.instance.objectNode());
    }

    /**
     * An error with members of its own.
     *
     * @param members
     *            what its document holds besides type and message, such as
     *            {@code CancellationReasons}
     */
    public AwsFailure(int statusCode, String code, String message, ObjectNode members) {
        super(message);
        this.statusCode = statusCode;
        this.code = code;
        this.members = members;
    }

    /** The HTTP status of the answer. */
    public int statusCode() {
        return statusCode;
    }

    /** Such as {@code ConditionalCheckFailedException}; no name space, no {@code #}. */
    public String code() {
        return code;
    }

    /** What the error's document holds besides type and message; often empty. */
    public ObjectNode members() {
        return members;
    }
}
