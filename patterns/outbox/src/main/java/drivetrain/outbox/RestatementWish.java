package drivetrain.outbox;

import io.avaje.jsonb.Json;

/**
 * What a call's detail may ask of a {@link Restatement}.
 *
 * @param settledMinutes how long an item must have stayed as it is; 5 if it isn't said
 */
@Json
record RestatementWish(Long settledMinutes) {}
