package drivetrain.customers.domain;

import java.util.Locale;

/** A part of a profile, by which others are told what has changed. */
public enum Field {
    NAME, COMPANY, EMAIL, LANGUAGE, ADDRESSES;

    /** Its name in requests and events. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
