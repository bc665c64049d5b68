/**
 * Servers that answer the HTTP calls that Drivetrain makes to Stripe and EasyPost, on loopback,
 * from memory, with the providers' own test tokens, error shapes and status transitions. They stand
 * in for the providers in the local runtime and in tests; nothing here is ever deployed.
 */
package drivetrain.standins;
