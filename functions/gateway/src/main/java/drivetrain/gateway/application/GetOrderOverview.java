package drivetrain.gateway.application;

import drivetrain.gateway.domain.Identity;
import drivetrain.gateway.domain.Overview;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows an order with its payment and shipment, as far as they can be had now. */
public final class GetOrderOverview {
    private final OverviewWorkflow workflow;

    @Inject
    public GetOrderOverview(OverviewWorkflow workflow) {
        this.workflow = workflow;
    }

    /**
     * The overview of an order; empty when there is no such order, or it isn't the caller's.
     *
     * @throws drivetrain.kernel.DependencyUnavailable when the order itself can't be had
     */
    public Optional<Overview> get(OrderId orderId, Identity caller, CorrelationId correlationId) {
        return workflow.run(orderId, caller, correlationId);
    }
}
