/**
 * What a motion component is, what is asked of its data sheet, and which components carry a load.
 * All torques and speeds are those at the output shaft; units stand in the names.
 */
package drivetrain.catalog.domain;
