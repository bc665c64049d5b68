/** The stores of the catalog on DynamoDB: products and availability, each by SKU. */
package drivetrain.catalog.dynamodb;
