/**
 * Lambda's event source mappings: brings the changes of tables and the messages of queues to
 * functions, in batches, filtered, retried and given up as Lambda does.
 *
 * <p>Nothing polls: a write to a table rings a bell, and queues answer receivers that wait. A
 * stream is cut into shards by partition key, so that keys keep their order and a batch that fails
 * holds up only its own shard.
 */
package drivetrain.local.streams;
