/**
 * The shapes of order events, in the log and on the bus. Both are kept for ever: a change of shape
 * is a new schema version, with an upcaster for the log (see the golden files among the tests) and
 * a new file under {@code events/schemas} for the bus.
 */
@Json.Import(Money.class)
package drivetrain.orders.events;

import drivetrain.kernel.Money;
import io.avaje.jsonb.Json;
