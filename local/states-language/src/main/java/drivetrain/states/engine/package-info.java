/**
 * Runs state machines. {@link drivetrain.states.engine.StatesEngine} is the door; the rest is how it
 * is done: no thread is held while a task, a timer or a callback is waited for.
 */
package drivetrain.states.engine;
