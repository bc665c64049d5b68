package drivetrain.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The executions of the two sagas, as an operator sees them. */
public final class Sagas {
    private final SfnClient client;
    private final Duration patience;
    private final String checkoutArn;
    private final String cancelArn;

    Sagas(Aws aws, Duration patience) {
        this.client = aws.workflows();
        this.patience = patience;
        this.checkoutArn = aws.workflow("CheckoutSaga");
        this.cancelArn = aws.workflow("CancelOrderSaga");
    }

    /** The checkout of an order, as soon as it has started. */
    public DescribeExecutionResponse checkout(Order order) {
        return Waiting.until("the checkout of " + order.id(), patience, () -> find(order));
    }

    private Optional<DescribeExecutionResponse> find(Order order) {
        String execution = checkoutArn.replace(":stateMachine:", ":execution:") + ":" + order.id();
        try {
            return Optional.of(client.describeExecution(one -> one.executionArn(execution)));
        } catch (ExecutionDoesNotExistException notYet) {
            return Optional.empty();
        }
    }

    /** Waits for an order's checkout to end, and says how. */
    public ExecutionStatus awaitCheckout(Order order) {
        return Waiting.until("the end of the checkout of " + order.id(), patience,
                () -> Optional.of(checkout(order).status())
                        .filter(status -> status != ExecutionStatus.RUNNING));
    }

    /** The cancellations of an order that have started. */
    public List<ExecutionListItem> cancellations(Order order) {
        return client.listExecutionsPaginator(request -> request.stateMachineArn(cancelArn))
                .executions().stream().filter(one -> one.name().startsWith(order.id())).toList();
    }

    /** Waits until nothing runs for an order any more. */
    public void awaitRest(Order order) {
        awaitCheckout(order);
        Waiting.untilTrue("the cancellations of " + order.id(), patience,
                () -> cancellations(order).stream()
                        .noneMatch(one -> one.status() == ExecutionStatus.RUNNING));
    }
}
