package drivetrain.states.definition;

import drivetrain.states.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects what is wrong with a definition. */
final class Problems {

    private final List<Diagnostic> found = new ArrayList<>();

    void error(String path, String message) {
        found.add(Diagnostic.error(path.isEmpty() ? "/" : path, message));
    }

    void notJson(String message) {
        found.add(new Diagnostic(Diagnostic.Severity.ERROR, "INVALID_JSON_DESCRIPTION", "/",
                message));
    }

    void missingEndState() {
        found.add(new Diagnostic(Diagnostic.Severity.ERROR, "MISSING_END_STATE", null,
                "Workflow has no terminal state"));
    }

    void missingTarget(String path, String message) {
        found.add(new Diagnostic(Diagnostic.Severity.ERROR, "MISSING_TRANSITION_TARGET", path,
                message));
    }

    List<Diagnostic> all() {
        return Collections.unmodifiableList(found);
    }
}
