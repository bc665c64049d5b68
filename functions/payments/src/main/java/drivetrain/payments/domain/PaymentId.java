package drivetrain.payments.domain;

import java.util.regex.Pattern;

/**
 * The provider's id of a payment.
 *
 * @param value 1 to 255 letters, digits, {@code _} or {@code -}: safe in a path
 */
public record PaymentId(String value) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    public PaymentId {
        if (value == null || !SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a provider's payment id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
