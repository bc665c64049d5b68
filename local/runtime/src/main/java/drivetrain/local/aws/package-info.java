/**
 * The in-process form of a call to an AWS service. The endpoint offers it to the workflows, and
 * calls services (such as Step Functions) through it that live elsewhere in the runtime.
 */
package drivetrain.local.aws;
