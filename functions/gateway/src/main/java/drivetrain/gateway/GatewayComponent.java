package drivetrain.gateway;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.gateway.application.Authorize;
import drivetrain.gateway.application.GetOrderOverview;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the functions of the gateway call. */
@Singleton
@Component(modules = GatewayModule.class)
public interface GatewayComponent {
    Authorize authorize();

    GetOrderOverview getOrderOverview();

    /** Makes components. */
    @Component.Factory
    interface Factory {
        /** For the given environment. */
        GatewayComponent of(@BindsInstance Map<String, String> environment);
    }

    /** For the environment that this process runs in: the only place that reads it. */
    static GatewayComponent deployed() {
        return of(System.getenv());
    }

    /** For the given environment variables. */
    static GatewayComponent of(Map<String, String> environment) {
        return DaggerGatewayComponent.factory().of(environment);
    }
}
