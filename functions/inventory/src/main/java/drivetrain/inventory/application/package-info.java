/** The use cases of inventory, one class each, and the ports that they need. */
package drivetrain.inventory.application;
