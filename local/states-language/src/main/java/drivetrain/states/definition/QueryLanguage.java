package drivetrain.states.definition;

/** The two dialects. */
public enum QueryLanguage {
    /** Paths, payload templates and intrinsic functions; the default. */
    JSONPath,
    /** Expressions between <code>{%</code> and <code>%}</code>. */
    JSONata
}
