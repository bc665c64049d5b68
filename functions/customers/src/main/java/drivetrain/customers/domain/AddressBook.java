package drivetrain.customers.domain;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A customer's addresses. Whoever holds one knows that labels differ by more than their case, and
 * that exactly one address is the default, unless there is none at all.
 *
 * @param addresses at most {@value #MAX_ADDRESSES}, in the customer's order
 * @param defaultLabel the label of the default one; empty only if there are no addresses
 */
public record AddressBook(List<Address> addresses, Optional<String> defaultLabel) {
    /** A book without addresses. */
    public static final AddressBook EMPTY = new AddressBook(List.of(), Optional.empty());

    static final int MAX_ADDRESSES = 20;

    /**
     * Checks everything at once.
     *
     * @throws InvalidProfile naming all that is wrong
     */
    public AddressBook {
        addresses = List.copyOf(addresses);
        requireNonNull(defaultLabel, "defaultLabel");
        var rules = new Rules().require(addresses.size() <= MAX_ADDRESSES, "addresses",
                "must be " + MAX_ADDRESSES + " at most");
        var labels = new HashSet<String>();
        for (int i = 0; i < addresses.size(); i++) {
            rules.require(labels.add(addresses.get(i).label().toLowerCase(Locale.ROOT)),
                    "addresses/" + i + "/label", "is the label of another address");
        }
        rules.require(hasItsDefault(addresses, defaultLabel), "defaultAddress",
                "must be the label of one of the addresses, if there are any").check();
    }

    private static boolean hasItsDefault(List<Address> addresses, Optional<String> label) {
        return addresses.isEmpty()
                ? label.isEmpty()
                : addresses.stream().anyMatch(one -> label.equals(Optional.of(one.label())));
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "AddressBook[" + addresses.size() + "]";
    }
}
