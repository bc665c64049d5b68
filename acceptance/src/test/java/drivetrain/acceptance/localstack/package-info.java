/**
 * Drivetrain on LocalStack: the template is deployed as it is deployed to AWS, and what LocalStack's
 * free edition doesn't do (Lambda authorizers) is done by the local runtime's gateway in front of
 * it. {@code docs/testing.md} says what a run against it proves, and what it doesn't.
 */
package drivetrain.acceptance.localstack;
