package drivetrain.inventory;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.inventory.application.CommitStock;
import drivetrain.inventory.application.GetStock;
import drivetrain.inventory.application.ReceiveStock;
import drivetrain.inventory.application.ReleaseExpiredReservations;
import drivetrain.inventory.application.ReleaseStock;
import drivetrain.inventory.application.ReserveStock;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.Restatement;
import java.util.Map;

/** The use cases of inventory, each made when it is asked for, over its adapters. */
@Component(modules = InventoryModule.class)
public interface InventoryComponent {
    GetStock getStock();

    ReceiveStock receiveStock();

    ReserveStock reserveStock();

    ReleaseStock releaseStock();

    CommitStock commitStock();

    ReleaseExpiredReservations releaseExpiredReservations();

    StreamFunction stockChanges();

    Restatement restatement();

    /** Over a function's environment variables. */
    static InventoryComponent of(Map<String, String> environment) {
        return DaggerInventoryComponent.factory().create(environment);
    }

    /** Over the environment of this process. */
    static InventoryComponent deployed() {
        return of(System.getenv());
    }

    /** Makes the component; see {@link #of}. */
    @Component.Factory
    interface Factory {
        InventoryComponent create(@BindsInstance Map<String, String> environment);
    }
}
