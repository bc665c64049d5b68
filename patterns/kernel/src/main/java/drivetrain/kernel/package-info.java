/**
 * The words that every service shares: money, ids, and the names of transient faults.
 *
 * <p>What belongs here: values that cross service borders in events, task inputs or requests, with
 * no behaviour of one service's business. What doesn't: anything that knows AWS, HTTP or JSON.
 */
package drivetrain.kernel;
