/**
 * DynamoDB as adapters use it: items written and read by typed names, and the SDK's exceptions
 * translated to the faults that workflows retry. Table designs stay in the services.
 */
package drivetrain.dynamodb;
