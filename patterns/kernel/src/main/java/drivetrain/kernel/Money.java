package drivetrain.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of one currency, counted in its minor unit (cents for EUR, yen for JPY).
 *
 * <p>Arithmetic is exact: what doesn't fit a {@code long}, or would mix currencies, throws.
 *
 * @param minorUnits the amount in minor units; may be negative (a refund, a correction)
 * @param currency the ISO 4217 code, in upper case
 */
public record Money(long minorUnits, String currency) implements Comparable<Money> {
    public Money {
        if (currency == null || !isCurrency(currency)) {
            throw new IllegalArgumentException("not an ISO 4217 currency code: " + currency);
        }
    }

    /** Nothing of a currency. */
    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * The sum of two amounts.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    /**
     * What is left of this amount without the other.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
    }

    /** This amount, {@code factor} times. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minorUnits, factor), currency);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    /**
     * Orders amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    /** For people, with the currency's own number of decimals: {@code 129.00 EUR}. */
    @Override
    public String toString() {
        int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minorUnits, decimals).toPlainString() + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "different currencies: " + currency + " and " + other.currency);
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException notACurrency) {
            return false;
        }
    }
}
