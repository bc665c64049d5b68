/**
 * Deploys a SAM application as {@code sam deploy} does, from a test: what its template names goes to
 * S3, and CloudFormation makes a change set of the template and executes it.
 */
package drivetrain.deploy;
