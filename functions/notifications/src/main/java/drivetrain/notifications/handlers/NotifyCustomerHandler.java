package drivetrain.notifications.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.lambda.BusEvent;
import drivetrain.lambda.QueueFunction;
import drivetrain.notifications.NotificationsComponent;
import drivetrain.notifications.application.NotifyCustomer;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** On the queue of what customers are told about: records a message for each event. */
public final class NotifyCustomerHandler implements RequestStreamHandler {
    private final QueueFunction function;

    public NotifyCustomerHandler() {
        this(NotificationsComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public NotifyCustomerHandler(Map<String, String> environment) {
        this(NotificationsComponent.of(environment));
    }

    private NotifyCustomerHandler(NotificationsComponent component) {
        this(component.notifyCustomer());
    }

    NotifyCustomerHandler(NotifyCustomer notifyCustomer) {
        this.function = new QueueFunction(message -> notifyCustomer
                .tell(EventData.news(BusEvent.fromJson(message.body()))));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
