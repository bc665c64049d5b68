package drivetrain.kernel;

/**
 * Follows one request through events, workflows and log lines.
 *
 * @param value 1 to 128 printable characters without spaces or slashes
 */
public record CorrelationId(String value) {
    public CorrelationId {
        Identifier.require("correlation id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
