package drivetrain.standins.easypost;

import java.util.List;

/**
 * A service that a carrier offers, and its made-up price: a base and a share per kilogram, in cents
 * of a euro; abroad it costs half as much again and takes twice as long.
 */
record Carrier(String name, String service, long baseCents, long centsPerKilogram, int days) {

    private static final double GRAMS_PER_OUNCE = 28.349523125;
    private static final int GRAMS_PER_KILOGRAM = 1000;
    private static final double ABROAD_FACTOR = 1.5;

    /** What every shipment is offered, the cheapest first. */
    static final List<Carrier> ALL = List.of(new Carrier("DHLPaket", "Standard", 590, 90, 3),
            new Carrier("DPD", "Classic", 690, 80, 2),
            new Carrier("UPS", "Express", 1990, 210, 1));

    /** The price for a parcel, in cents of a euro. */
    long cents(double ounces, boolean abroad) {
        double kilograms = ounces * GRAMS_PER_OUNCE / GRAMS_PER_KILOGRAM;
        long cents = baseCents + Math.round(kilograms * centsPerKilogram);
        return abroad ? Math.round(cents * ABROAD_FACTOR) : cents;
    }

    int days(boolean abroad) {
        return abroad ? 2 * days : days;
    }
}
