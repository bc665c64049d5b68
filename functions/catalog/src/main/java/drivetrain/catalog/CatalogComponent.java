package drivetrain.catalog;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.catalog.application.GetProduct;
import drivetrain.catalog.application.ListProducts;
import drivetrain.catalog.application.PutProduct;
import drivetrain.catalog.application.RecommendProducts;
import drivetrain.catalog.application.ReconcileAvailability;
import drivetrain.catalog.application.TrackAvailability;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.Restatement;
import java.util.Map;

/** The use cases of the catalog, each made when it is asked for, over its adapters. */
@Component(modules = CatalogModule.class)
public interface CatalogComponent {
    GetProduct getProduct();

    ListProducts listProducts();

    RecommendProducts recommendProducts();

    PutProduct putProduct();

    TrackAvailability trackAvailability();

    ReconcileAvailability reconcileAvailability();

    StreamFunction productChanges();

    Restatement restatement();

    /** Over a function's environment variables. */
    static CatalogComponent of(Map<String, String> environment) {
        return DaggerCatalogComponent.factory().create(environment);
    }

    /** Over the environment of this process. */
    static CatalogComponent deployed() {
        return of(System.getenv());
    }

    /** Makes the component; see {@link #of}. */
    @Component.Factory
    interface Factory {
        CatalogComponent create(@BindsInstance Map<String, String> environment);
    }
}
