package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.projection.ViewRebuild;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the rebuild of order views: drops a chunk of those that aren't live. */
public final class DropOrderViewsHandler implements RequestStreamHandler {
    private final TaskFunction<ViewSegmentInput, ViewSegmentOutput> function;

    public DropOrderViewsHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public DropOrderViewsHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private DropOrderViewsHandler(OrdersComponent component) {
        this(component.viewRebuild());
    }

    DropOrderViewsHandler(ViewRebuild rebuild) {
        this.function = new TaskFunction<>(ViewSegmentInput.class, ViewSegmentOutput.class,
                input -> ViewSegmentOutput.of(rebuild.drop(input.generation(), input.segment())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
