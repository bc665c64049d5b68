/** Who makes a request and what that allows, and what a composed answer holds. */
package drivetrain.gateway.domain;
