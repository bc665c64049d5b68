package drivetrain.standins.stripe;

import drivetrain.standins.server.Ids;

/** Ids in Stripe's form: a prefix and 24 letters and digits, the same for the same origin. */
record StripeIds(long seed) {

    private static final int LENGTH = 24;

    String of(String prefix, String origin) {
        return prefix + "_" + Ids.of(seed, prefix + ":" + origin, LENGTH);
    }
}
