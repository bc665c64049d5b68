/**
 * A customer's profile and its rules. All of it is personal data: no {@code toString} shows any, so
 * that none gets into a log line or an exception by chance.
 */
package drivetrain.customers.domain;
