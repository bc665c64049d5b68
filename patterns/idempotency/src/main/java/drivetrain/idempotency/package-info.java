/**
 * Doing a thing once, however often it is asked for: the {@code Idempotency-Key} of an API's
 * clients, in the transaction of the effect or around an effect outside, and the inbox of those who
 * take messages. When to use which: {@code docs/idempotency.md}.
 */
package drivetrain.idempotency;
