package drivetrain.states.engine;

/**
 * How much is kept and how far an execution may go.
 *
 * @param historyEvents of a Standard execution (AWS: 25,000)
 * @param expressEvents of an Express execution, which AWS bounds by time alone
 * @param finishedExecutions are remembered, the newest
 */
record Limits(int historyEvents, int expressEvents, int finishedExecutions) {}
