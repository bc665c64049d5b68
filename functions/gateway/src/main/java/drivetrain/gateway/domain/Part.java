package drivetrain.gateway.domain;

import java.util.Locale;

/** What an overview of an order shows beside the order itself; each is another service's. */
public enum Part {
    PAYMENT, SHIPMENT;

    /**
     * The part that a word of the wire means.
     *
     * @throws IllegalArgumentException when it means none
     */
    public static Part of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word for it on the wire: the name of the member that shows it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
