/**
 * What can happen to an order's payment, and in which order. Pure: no clock, no table, no
 * provider.
 *
 * <p>{@link drivetrain.payments.domain.Payment} is the lifecycle. Each state offers its legal
 * transitions only, and each transition leads strictly forward, so whoever loses a race to write
 * finds a later state and never an earlier one.
 */
package drivetrain.payments.domain;
