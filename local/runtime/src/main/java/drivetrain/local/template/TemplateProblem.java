package drivetrain.local.template;

/** One thing that is wrong with, or isn't supported of, a template. */
public record TemplateProblem(SourceLine source, String message) {
    @Override
    public String toString() {
        return source + ": " + message;
    }
}
