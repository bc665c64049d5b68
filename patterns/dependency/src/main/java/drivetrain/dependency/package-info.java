/**
 * Calls to a dependency, a provider outside, and calls from it: HTTP under one hard deadline, with
 * failures translated to the faults that workflows retry; and the check of a signed message.
 *
 * <p>What doesn't belong here: any provider's paths, shapes or codes. Those are a service's
 * adapter.
 */
package drivetrain.dependency;
