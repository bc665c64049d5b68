package drivetrain.orders.application;

import drivetrain.kernel.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * An execution of a workflow that ended without finishing its work, so that somebody must look.
 *
 * @param executionArn names the execution
 * @param orderId the order that it was about, where that can be told
 * @param workflow the name of the workflow
 * @param status {@code FAILED}, {@code TIMED_OUT} or {@code ABORTED}
 * @param error the name of the error, where there is one
 * @param cause what is known of it, where something is
 * @param at when it ended
 * @param redriveCount how often it had been redriven by then
 */
public record Intervention(String executionArn, Optional<OrderId> orderId, String workflow,
        String status, Optional<String> error, Optional<String> cause, Instant at,
        int redriveCount) {}
