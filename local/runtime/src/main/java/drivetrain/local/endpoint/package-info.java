/**
 * The one door to the AWS services of the application: over HTTP for unmodified SDK clients and the
 * {@code aws} command, and in process for the workflows. Every call is metered here, and faults are
 * injected here.
 */
package drivetrain.local.endpoint;
