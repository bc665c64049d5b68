/** The workflow {@code order-overview} by itself, in virtual time. */
package drivetrain.overview;
