package drivetrain.customers;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.customers.application.GetProfile;
import drivetrain.customers.application.PutProfile;
import drivetrain.lambda.StreamFunction;
import java.util.Map;

/** The use cases of customers, each made when it is asked for, over its adapters. */
@Component(modules = CustomersModule.class)
public interface CustomersComponent {
    GetProfile getProfile();

    PutProfile putProfile();

    StreamFunction customerChanges();

    /** Over a function's environment variables. */
    static CustomersComponent of(Map<String, String> environment) {
        return DaggerCustomersComponent.factory().create(environment);
    }

    /** Over the environment of this process. */
    static CustomersComponent deployed() {
        return of(System.getenv());
    }

    /** Makes the component; see {@link #of}. */
    @Component.Factory
    interface Factory {
        CustomersComponent create(@BindsInstance Map<String, String> environment);
    }
}
