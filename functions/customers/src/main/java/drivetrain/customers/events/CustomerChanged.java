package drivetrain.customers.events;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What the event of the same name tells; see {@code events/schemas/CustomerChanged.v1.json}.
 *
 * @param language a language tag, which whoever writes to the customer needs
 * @param changed the names of what has changed, without what it was changed to
 */
@Json
public record CustomerChanged(String customerId, String language, List<String> changed) {
    /** Keeps the names as they are now. */
    public CustomerChanged {
        changed = List.copyOf(changed);
    }
}
