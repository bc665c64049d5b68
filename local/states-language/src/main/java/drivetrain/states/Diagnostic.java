package drivetrain.states;

import java.util.Objects;

/**
 * One finding about a definition, in the shape of ValidateStateMachineDefinition.
 *
 * @param severity whether the definition can't be used
 * @param code for instance {@code SCHEMA_VALIDATION_FAILED}
 * @param location a JSON pointer to the offending field, {@code /} for the definition itself, or
 *        null where Step Functions gives none
 * @param message what is wrong, in the words of Step Functions where they are known
 */
public record Diagnostic(Severity severity, String code, String location, String message) {

    /** The code of every structural problem. */
    public static final String SCHEMA_VALIDATION_FAILED = "SCHEMA_VALIDATION_FAILED";

    /** How bad a finding is. */
    public enum Severity {
        /** The definition is refused. */
        ERROR,
        /** The definition is accepted, but probably not meant so. */
        WARNING
    }

    /** Refuses nulls, but for the location. */
    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }

    /**
     * A structural problem that refuses the definition.
     *
     * @param location a JSON pointer
     * @param message what is wrong
     * @return the diagnostic
     */
    public static Diagnostic error(String location, String message) {
        return new Diagnostic(Severity.ERROR, SCHEMA_VALIDATION_FAILED, location, message);
    }

    @Override
    public String toString() {
        return code + ": " + message + (location == null ? "" : " at " + location);
    }
}
