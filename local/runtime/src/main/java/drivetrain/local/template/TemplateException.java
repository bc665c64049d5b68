package drivetrain.local.template;

import java.util.List;

/** A template that can't be run; carries every problem that was found. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<TemplateProblem> problems;

    /** Problems, at least one. */
    public TemplateException(List<TemplateProblem> problems) {
        super(String.join("\n", problems.stream().map(TemplateProblem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of the template. */
    public List<TemplateProblem> problems() {
        return problems;
    }
}
