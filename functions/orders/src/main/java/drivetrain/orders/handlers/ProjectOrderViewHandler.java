package drivetrain.orders.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.StreamFunction;
import drivetrain.lambda.StreamFunction.Failure;
import drivetrain.lambda.StreamRecord;
import drivetrain.orders.OrdersComponent;
import drivetrain.orders.application.ProjectOrderView;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        this(component.projectOrderView());
    }

    ProjectOrderViewHandler(ProjectOrderView projectOrderView) {
        this.function = StreamFunction.ofBatches(bells -> project(bells, projectOrderView));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    /** Each order once, however often its bell rang in this batch; one that fails, fails alone. */
    private static List<Failure> project(List<StreamRecord> bells, ProjectOrderView projection) {
        var outcomes = new HashMap<String, Optional<RuntimeException>>();
        var failures = new ArrayList<Failure>();
        for (var bell : bells) {
            outcomes.computeIfAbsent(bell.textKey("orderId"), id -> attempt(id, projection))
                    .ifPresent(cause -> failures.add(new Failure(bell, cause)));
        }
        return failures;
    }

    private static Optional<RuntimeException> attempt(String id, ProjectOrderView projection) {
        try {
            projection.project(new OrderId(id));
            return Optional.empty();
        } catch (RuntimeException cause) {
            return Optional.of(cause);
        }
    }
}
