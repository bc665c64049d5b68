/** The use cases of the catalog, one class each, and the ports that they need. */
package drivetrain.catalog.application;
