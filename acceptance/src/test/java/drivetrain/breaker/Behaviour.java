package drivetrain.breaker;

/** What a called function does. */
enum Behaviour {
    /** It answers. */
    ANSWERS,
    /** It answers, but takes longer than a call should. */
    ANSWERS_SLOWLY,
    /** It answers with a business refusal. */
    REFUSES,
    /** Its dependency is in trouble. */
    FINDS_THE_DEPENDENCY_DOWN,
    /** Its dependency doesn't answer in time. */
    FINDS_THE_DEPENDENCY_SILENT,
    /** It has a bug. */
    IS_BROKEN
}
