/**
 * DynamoDB: DynamoDB Local in this JVM, in memory, called without HTTP. Requests and answers are
 * the JSON of DynamoDB's API.
 */
package drivetrain.local.dynamodb;
