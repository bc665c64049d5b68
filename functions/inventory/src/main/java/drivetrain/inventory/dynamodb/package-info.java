/**
 * The stores of inventory on DynamoDB: stock by SKU, receipts by SKU and id, reservations by
 * order.
 */
package drivetrain.inventory.dynamodb;
