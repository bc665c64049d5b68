package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.TaskFunction;
import drivetrain.orders.OrdersComponent;
import drivetrain.projection.ViewRebuild;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Task of the rebuild of order views: shows the new ones, or gives them up. */
public final class SwitchOrderViewsHandler implements RequestStreamHandler {
    private final TaskFunction<SwitchOrderViewsInput, SwitchOrderViewsOutput> function;

    public SwitchOrderViewsHandler() {
        this(OrdersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public SwitchOrderViewsHandler(Map<String, String> environment) {
        this(OrdersComponent.of(environment));
    }

    private SwitchOrderViewsHandler(OrdersComponent component) {
        this(component.viewRebuild());
    }

    SwitchOrderViewsHandler(ViewRebuild rebuild) {
        this.function = new TaskFunction<>(SwitchOrderViewsInput.class,
                SwitchOrderViewsOutput.class,
                input -> SwitchOrderViewsOutput
                        .of(rebuild.conclude(input.generation(), input.evenIfDifferent())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
