/** The history of an execution: the events of GetExecutionHistory, with the details of AWS. */
package drivetrain.states.history;
