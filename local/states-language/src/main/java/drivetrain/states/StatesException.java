package drivetrain.states;

import java.util.Objects;

/** A call that Step Functions would refuse with the API error {@link #code()}. */
public class StatesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** The API errors, named as on the wire. */
    public enum Code {
        /** No activity has this ARN. */
        ActivityDoesNotExist,
        /** A running execution has the name with another input, or a finished one has the name. */
        ExecutionAlreadyExists,
        /** No execution has this ARN. */
        ExecutionDoesNotExist,
        /** Only a failed, aborted or timed out Standard execution can be redriven. */
        ExecutionNotRedrivable,
        /** The ARN isn't one of the kind that was asked for. */
        InvalidArn,
        /** The definition is refused; see {@link InvalidDefinitionException}. */
        InvalidDefinition,
        /** The input isn't JSON or is too big. */
        InvalidExecutionInput,
        /** The name is too long or has characters that aren't allowed. */
        InvalidName,
        /** The output of a task isn't JSON or is too big. */
        InvalidOutput,
        /** The task token was never handed out. */
        InvalidToken,
        /** The state machine has the name with other content. */
        StateMachineAlreadyExists,
        /** No state machine has this ARN. */
        StateMachineDoesNotExist,
        /** The operation isn't offered for this type of state machine. */
        StateMachineTypeNotSupported,
        /** The task of the token is over. */
        TaskDoesNotExist,
        /** The task of the token has timed out or was abandoned. */
        TaskTimedOut,
        /** A parameter of the call is wrong. */
        ValidationException
    }

    /**
     * A refusal.
     *
     * @param code the API error
     * @param message what was wrong
     */
    public StatesException(Code code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code);
    }

    /**
     * The API error.
     *
     * @return never null
     */
    public final Code code() {
        return code;
    }
}
