/**
 * SQS in memory: standard and FIFO queues with visibility timeouts, delays, long polling and
 * dead-letter queues, behind SQS's JSON API. Time comes from a scheduler, so that it can be virtual.
 */
package drivetrain.local.sqs;
