package drivetrain.local.gateway;

import drivetrain.local.template.TemplateProblem;
import java.util.List;
import java.util.stream.Collectors;

/** An OpenAPI definition that can't be served; carries every problem that was found. */
public final class ApiDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<TemplateProblem> problems;

    ApiDefinitionException(List<TemplateProblem> problems) {
        super(problems.stream().map(TemplateProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems, each with its JSON pointer into the definition. */
    public List<TemplateProblem> problems() {
        return problems;
    }
}
