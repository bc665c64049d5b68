/**
 * AWS Lambda in one JVM: each deployment package in a class loader of its own, execution
 * environments that serve one invocation at a time, timeouts, concurrency limits, asynchronous
 * invocations, and the shapes in which Lambda reports errors.
 */
package drivetrain.local.lambda;
