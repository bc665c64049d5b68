package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.projection.ViewRebuild;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the rebuild of order views: begins it, or goes on with the one that is under way. */
public final class BeginViewRebuildHandler implements RequestStreamHandler {
    private final TaskFunction<BeginViewRebuildInput, ViewRebuildOutput> function;

    public BeginViewRebuildHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public BeginViewRebuildHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private BeginViewRebuildHandler(OrdersComponent component) {
        this(component.viewRebuild());
    }

    BeginViewRebuildHandler(ViewRebuild rebuild) {
        this.function = new TaskFunction<>(BeginViewRebuildInput.class, ViewRebuildOutput.class,
                input -> ViewRebuildOutput.of(rebuild.begin(input.segments())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
