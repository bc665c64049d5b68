package drivetrain.circuits;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.circuits.application.EndCircuitOverride;
import drivetrain.circuits.application.ListCircuits;
import drivetrain.circuits.application.OverrideCircuit;
import drivetrain.lambda.StreamFunction;
import java.util.Map;

/** What the functions of the circuits service call. Each part is made when it is asked for. */
@Component(modules = CircuitsModule.class)
public interface CircuitsComponent {
    ListCircuits listCircuits();

    OverrideCircuit overrideCircuit();

    EndCircuitOverride endCircuitOverride();

    /** Publishes what the stream of the Circuits table tells. */
    StreamFunction eventPublisher();

    /** Makes components. */
    @Component.Factory
    interface Factory {
        /** For the given environment. */
        CircuitsComponent of(@BindsInstance Map<String, String> environment);
    }

    /** For the environment that this process runs in: the only place that reads it. */
    static CircuitsComponent deployed() {
        return of(System.getenv());
    }

    /** For the given environment variables. */
    static CircuitsComponent of(Map<String, String> environment) {
        return DaggerCircuitsComponent.factory().of(environment);
    }
}
