/**
 * Who may do what: the template's policies, compiled once at start, and asked for each call that a
 * function or a workflow makes. An operator, who calls with any other key, may do everything.
 */
package drivetrain.local.iam;
