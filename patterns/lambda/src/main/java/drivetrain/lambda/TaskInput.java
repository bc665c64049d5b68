package drivetrain.lambda;

import java.util.Map;

/** What every task of an order's workflow is told, beside what it works on. */
public interface TaskInput extends LoggedInput {
    /** The order that the workflow is about. */
    String orderId();

    @Override
    default Map<String, ?> about() {
        return Map.of("orderId", String.valueOf(orderId()));
    }
}
