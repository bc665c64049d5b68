package drivetrain.gateway.domain;

import java.util.List;
import java.util.Optional;

/**
 * An order with its payment and its shipment, each as its service shows it: as JSON text that is
 * passed on unread. Each part is either there or among those that are missing.
 */
public record Overview(String order, Optional<String> payment, Optional<String> shipment,
        List<Missing> missing) {

    /**
     * An overview.
     *
     * @throws IllegalArgumentException when a part is neither there nor missing, or both
     */
    public Overview {
        missing = List.copyOf(missing);
        requireOneOf(payment, Part.PAYMENT, missing);
        requireOneOf(shipment, Part.SHIPMENT, missing);
    }

    private static void requireOneOf(Optional<String> shown, Part part, List<Missing> missing) {
        long times = missing.stream().filter(one -> one.part() == part).count();
        if (times != (shown.isPresent() ? 0 : 1)) {
            throw new IllegalArgumentException(part + " must be either shown or missing");
        }
    }
}
