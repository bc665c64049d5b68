/** Profiles on DynamoDB, by customer id. */
package drivetrain.customers.dynamodb;
