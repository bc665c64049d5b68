package drivetrain.gateway.application;

import drivetrain.gateway.domain.Identity;
import drivetrain.gateway.domain.Overview;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.OrderId;
import java.util.Optional;

/** Asks the services, each on behalf of the caller, and puts their answers together. */
public interface OverviewWorkflow {
    /**
     * What the caller may see of an order; empty when that is nothing, because there is no such
     * order or it is somebody else's.
     *
     * @throws drivetrain.kernel.DependencyUnavailable when it can't be told which, since orders or
     *     the workflow itself didn't answer
     */
    Optional<Overview> run(OrderId orderId, Identity caller, CorrelationId correlationId);
}
