/**
 * Step Functions in one JVM: the application's state machines run by {@code drivetrain.states},
 * with tasks that call the local functions and services, and the API that SDKs and the CLI speak.
 */
package drivetrain.local.workflows;
