/**
 * The transactional outbox over a DynamoDB stream: what a table's stream tells is published on a
 * bus, in the order of each aggregate, and nothing is lost silently.
 *
 * <p>What belongs here: ordering, chunking, and the check of every entry of an answer. What
 * doesn't: which change means which event; that is a service's {@link
 * drivetrain.outbox.EventMapper}.
 */
package drivetrain.outbox;
