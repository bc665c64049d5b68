/** The Lambda functions of inventory, and the JSON that they take and give. */
package drivetrain.inventory.handlers;
