/**
 * What tests of functions and adapters share: a Lambda context, DynamoDB in one JVM, and the schemas of events. Only ever
 * used in test scope; nothing here is deployed.
 */
package drivetrain.testing;
