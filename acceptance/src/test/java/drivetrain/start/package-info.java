/** What {@code ./start} does before there is a JVM: {@code scripts/java.sh}, function by function. */
package drivetrain.start;
