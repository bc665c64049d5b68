package drivetrain.standins.stripe;

import java.util.List;

/**
 * What the provider holds for one order, summed over all its intents; amounts in minor units.
 *
 * @param orderId {@code metadata[order_id]} of the intents
 * @param intents how many intents there are
 * @param charges how many of them the issuer approved: more than one is a double charge
 * @param declines how many of them the issuer declined
 * @param authorized what is held now, neither captured nor given up
 * @param captured what was taken
 * @param refunded what of that was given back
 */
public record OrderPayment(String orderId, int intents, int charges, int declines, long authorized,
        long captured, long refunded) {

    /** What the customer has paid in the end. */
    public long paid() {
        return captured - refunded;
    }

    static OrderPayment of(String orderId, List<Intent> intents) {
        return new OrderPayment(orderId, intents.size(),
                (int) intents.stream().filter(Intent::authorized).count(),
                (int) intents.stream().filter(intent -> intent.decline().isPresent()).count(),
                intents.stream().mapToLong(Intent::capturable).sum(),
                intents.stream().mapToLong(Intent::captured).sum(),
                intents.stream().mapToLong(Intent::refunded).sum());
    }
}
