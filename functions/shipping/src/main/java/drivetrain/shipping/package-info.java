/**
 * Shipping: buys a label for an order's parcel, at most one, gives it back when the order is
 * cancelled, and follows the parcel. See {@link drivetrain.shipping.domain.Shipment} for the
 * lifecycle.
 */
@Json.Import(Money.class)
package drivetrain.shipping;

import drivetrain.kernel.Money;
import io.avaje.jsonb.Json;
