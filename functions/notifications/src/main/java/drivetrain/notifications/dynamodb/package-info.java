/** The log of messages on DynamoDB, by order and event. */
package drivetrain.notifications.dynamodb;
