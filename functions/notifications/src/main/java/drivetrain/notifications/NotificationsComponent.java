package drivetrain.notifications;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.notifications.application.NotifyCustomer;
import java.util.Map;

/** The use case of notifications over its adapter. */
@Component(modules = NotificationsModule.class)
public interface NotificationsComponent {
    NotifyCustomer notifyCustomer();

    /** Over a function's environment variables. */
    static NotificationsComponent of(Map<String, String> environment) {
        return DaggerNotificationsComponent.factory().create(environment);
    }

    /** Over the environment of this process. */
    static NotificationsComponent deployed() {
        return of(System.getenv());
    }

    /** Makes the component; see {@link #of}. */
    @Component.Factory
    interface Factory {
        NotificationsComponent create(@BindsInstance Map<String, String> environment);
    }
}
