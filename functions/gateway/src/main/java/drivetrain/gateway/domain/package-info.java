/** Who makes a request, and what that allows. */
package drivetrain.gateway.domain;
