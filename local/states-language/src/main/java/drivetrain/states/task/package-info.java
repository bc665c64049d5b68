/** What a Task state asks of its host: the port between the language and the services it calls. */
package drivetrain.states.task;
