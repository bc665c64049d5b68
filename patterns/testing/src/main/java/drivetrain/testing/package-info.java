/**
 * What tests of functions and adapters share: a Lambda context, and DynamoDB in one JVM. Only ever
 * used in test scope; nothing here is deployed.
 */
package drivetrain.testing;
