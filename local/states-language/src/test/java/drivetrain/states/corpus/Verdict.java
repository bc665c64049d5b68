package drivetrain.states.corpus;

/**
 * How a case went.
 *
 * @param difference what differs, or null if it passed
 * @param causeDiffers whether the text of the cause differs, which is only counted
 */
record Verdict(String difference, boolean causeDiffers) {

    static Verdict passed() {
        return new Verdict(null, false);
    }

    static Verdict failed(String difference) {
        return new Verdict(difference, false);
    }

    boolean isPassed() {
        return difference == null;
    }
}
