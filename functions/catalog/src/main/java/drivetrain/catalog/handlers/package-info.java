/** The Lambda functions of the catalog, and the JSON that they take and give. */
package drivetrain.catalog.handlers;
