/**
 * An embeddable interpreter of the Amazon States Language: the words that every other package uses.
 *
 * <p>Start at {@link drivetrain.states.engine.StatesEngine}. The library knows nothing of any host:
 * what a task does is given to it as a {@link drivetrain.states.task.TaskIntegration}, time as a
 * {@link drivetrain.states.time.Scheduler}.
 *
 * <p>Sources: the Amazon States Language specification (states-language.net) and the AWS Step
 * Functions Developer Guide and API Reference.
 */
package drivetrain.states;
