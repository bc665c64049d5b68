package drivetrain.local.template;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it can be told at once. */
final class Problems {
    private final List<TemplateProblem> found = new ArrayList<>();

    void add(SourceLine source, String message) {
        TemplateProblem problem = new TemplateProblem(source, message);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    void add(YamlNode node, String message) {
        add(node.source(), message);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new TemplateException(found);
        }
    }
}
