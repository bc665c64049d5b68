package drivetrain.customers.domain;

import static java.util.Objects.requireNonNull;

import drivetrain.kernel.CustomerId;

/**
 * What is known of a customer. Every customer has one: until it is first written, it is empty.
 *
 * @param version counts its writes, from zero
 */
public record Profile(CustomerId customerId, Details details, long version) {
    public Profile {
        requireNonNull(customerId, "customerId");
        requireNonNull(details, "details");
        if (version < 0) {
            throw new IllegalArgumentException("a version counts from zero");
        }
    }

    /** Of a customer who has told nothing yet. */
    public static Profile unwritten(CustomerId customerId) {
        return new Profile(customerId, Details.NONE, 0);
    }

    /** The next version, with other details. */
    public Profile with(Details other) {
        return new Profile(customerId, other, version + 1);
    }
}
