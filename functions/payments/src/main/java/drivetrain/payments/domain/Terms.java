package drivetrain.payments.domain;

import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Money;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Everything that an authorization asks for, so that the same request can be made again.
 *
 * @param amount more than zero
 * @param paymentMethod the provider's token of a payment method; never a card number
 */
public record Terms(CustomerId customerId, Money amount, String paymentMethod) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,254}");

    public Terms {
        Objects.requireNonNull(customerId);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an amount to authorize must be more than zero");
        }
        if (paymentMethod == null || !TOKEN.matcher(paymentMethod).matches()) {
            throw new IllegalArgumentException("not a token of a payment method");
        }
    }
}
