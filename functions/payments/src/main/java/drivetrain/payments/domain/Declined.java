package drivetrain.payments.domain;

import drivetrain.kernel.Revision;
import java.util.Objects;

/**
 * The provider refused; nothing was or will be taken.
 *
 * @param reason the provider's code, such as {@code insufficient_funds}
 */
public record Declined(Revision revision, Terms terms, String reason) implements Attempted {
    public Declined {
        Objects.requireNonNull(reason);
    }
}
