/**
 * Payments: holds an order's amount, takes it, and gives it back; never twice, and never without a
 * record of it. See {@link drivetrain.payments.domain.Payment} for the lifecycle.
 */
@Json.Import(Money.class)
package drivetrain.payments;

import drivetrain.kernel.Money;
import io.avaje.jsonb.Json;
