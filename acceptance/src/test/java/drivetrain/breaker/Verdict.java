package drivetrain.breaker;

/** What became of a guarded call, whichever door it took. */
enum Verdict {
    ANSWERED, SHORT_CIRCUITED, FAILED
}
