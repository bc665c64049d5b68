/** The workflow that composes answers of several services, run by AWS Step Functions. */
package drivetrain.gateway.stepfunctions;
