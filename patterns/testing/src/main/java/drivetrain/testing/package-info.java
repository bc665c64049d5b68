/**
 * What tests of functions and adapters share: a Lambda context, DynamoDB in one JVM, a clock that a
 * test moves, a server that answers as it is told, and the samples and schemas of events. Only ever
 * used in test scope; nothing here is deployed.
 */
package drivetrain.testing;
