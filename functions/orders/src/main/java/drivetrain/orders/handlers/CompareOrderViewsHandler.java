package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.projection.ViewRebuild;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the rebuild of order views: compares a chunk of the new views with the live ones. */
public final class CompareOrderViewsHandler implements RequestStreamHandler {
    private final TaskFunction<ViewSegmentInput, ViewSegmentOutput> function;

    public CompareOrderViewsHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public CompareOrderViewsHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private CompareOrderViewsHandler(OrdersComponent component) {
        this(component.viewRebuild());
    }

    CompareOrderViewsHandler(ViewRebuild rebuild) {
        this.function = new TaskFunction<>(ViewSegmentInput.class, ViewSegmentOutput.class,
                input -> ViewSegmentOutput
                        .of(rebuild.compare(input.generation(), input.segment())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
