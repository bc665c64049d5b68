package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.StreamFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.ProjectOrderView;
import drivetrain.projection.Projection.Advance;
import drivetrain.projection.Projector;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/** On the stream of the log: brings the views of the orders that changed up to date. */
public final class ProjectOrderViewHandler implements RequestStreamHandler {
    private final StreamFunction function;

    public ProjectOrderViewHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ProjectOrderViewHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private ProjectOrderViewHandler(OrdersComponent component) {
        this(component.projectOrderView(), component.clock());
    }

    ProjectOrderViewHandler(ProjectOrderView projectOrderView, Clock clock) {
        var projector = new Projector(orderId -> advance(projectOrderView, orderId), "orderId",
                clock);
        this.function = StreamFunction.ofBatches(projector::answer);
    }

    private static Advance advance(ProjectOrderView projectOrderView, String orderId) {
        var projected = projectOrderView.project(new OrderId(orderId));
        return new Advance(projected.from(), projected.to());
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
