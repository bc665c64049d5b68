/**
 * What one million orders would cost on AWS, and what the system costs that nobody uses: counted by
 * the local runtime's meter, priced by {@code prices.txt}.
 */
package drivetrain.costs;
