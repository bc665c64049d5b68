package drivetrain.dependency;

/**
 * What a dependency answered.
 *
 * @param status below 500, and not 429: those are faults
 * @param body text in UTF-8; empty for none
 */
public record HttpAnswer(int status, String body) {
    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
