package drivetrain.inventory.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.inventory.InventoryComponent;
import drivetrain.inventory.application.ReleaseExpiredReservations;
import drivetrain.kernel.CorrelationId;
import drivetrain.lambda.EventFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On a schedule: gives back what nobody decided on in time. */
public final class ReleaseExpiredReservationsHandler implements RequestStreamHandler {
    private final EventFunction function;

    public ReleaseExpiredReservationsHandler() {
        this(InventoryComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public ReleaseExpiredReservationsHandler(Map<String, String> environment) {
        this(InventoryComponent.of(environment));
    }

    private ReleaseExpiredReservationsHandler(InventoryComponent component) {
        this(component.releaseExpiredReservations());
    }

    ReleaseExpiredReservationsHandler(ReleaseExpiredReservations releaseExpired) {
        this.function = new EventFunction(
                tick -> releaseExpired.release(new CorrelationId(tick.correlationId())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, context);
    }
}
