package drivetrain.states;

import java.util.List;
import java.util.stream.Collectors;

/** A definition was refused; {@link #diagnostics()} holds every reason at once. */
public final class InvalidDefinitionException extends StatesException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * A refusal for the given reasons.
     *
     * @param diagnostics at least one
     */
    public InvalidDefinitionException(List<Diagnostic> diagnostics) {
        super(Code.InvalidDefinition, message(diagnostics));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * All problems found.
     *
     * @return at least one
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    private static String message(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::toString)
                .collect(Collectors.joining(", ", "Invalid State Machine Definition: '", "'"));
    }
}
