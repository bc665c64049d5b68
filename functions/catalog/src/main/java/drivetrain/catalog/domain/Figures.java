package drivetrain.catalog.domain;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
final class Figures {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Figures() {}

    /** All digits, without an exponent: {@code 100000}, {@code 0.001}. */
    static String plain(double value) {
        return strip(BigDecimal.valueOf(value));
    }

    /** Three significant digits; the whole part is never cut. */
    static String rounded(double value) {
        return Math.abs(value) >= 1_000
                ? Long.toString(Math.round(value))
                : strip(BigDecimal.valueOf(value).round(THREE_DIGITS));
    }

    private static String strip(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
