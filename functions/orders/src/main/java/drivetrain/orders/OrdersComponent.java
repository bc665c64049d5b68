package drivetrain.orders;

import dagger.BindsInstance;
import dagger.Component;
import drivetrain.lambda.StreamFunction;
import drivetrain.orders.application.CancelOrder;
import drivetrain.orders.application.ConfirmOrder;
import drivetrain.orders.application.DeclineCancellation;
import drivetrain.orders.application.FulfilOrder;
import drivetrain.orders.application.GetOrder;
import drivetrain.orders.application.GetOrderHistory;
import drivetrain.orders.application.ListOrders;
import drivetrain.orders.application.PlaceOrder;
import drivetrain.orders.application.ProjectOrderView;
import drivetrain.orders.application.ReconcilePrices;
import drivetrain.orders.application.RecordDelivery;
import drivetrain.orders.application.RecordIntervention;
import drivetrain.orders.application.RejectOrder;
import drivetrain.orders.application.RequestCancellation;
import drivetrain.orders.application.StartCancellation;
import drivetrain.orders.application.StartCheckout;
import drivetrain.orders.application.TrackPrices;
import drivetrain.projection.ViewRebuild;
import java.time.Clock;
import java.util.Map;

/** The use cases of orders, each made when it is asked for, over its adapters. */
@Component(modules = OrdersModule.class)
public interface OrdersComponent {
    PlaceOrder placeOrder();

    ListOrders listOrders();

    GetOrder getOrder();

    GetOrderHistory getOrderHistory();

    RequestCancellation requestCancellation();

    ConfirmOrder confirmOrder();

    RejectOrder rejectOrder();

    FulfilOrder fulfilOrder();

    CancelOrder cancelOrder();

    DeclineCancellation declineCancellation();

    StreamFunction orderEvents();

    ProjectOrderView projectOrderView();

    ViewRebuild viewRebuild();

    Clock clock();

    TrackPrices trackPrices();

    ReconcilePrices reconcilePrices();

    RecordDelivery recordDelivery();

    StartCheckout startCheckout();

    StartCancellation startCancellation();

    RecordIntervention recordIntervention();

    /** Over a function's environment variables. */
    static OrdersComponent of(Map<String, String> environment) {
        return DaggerOrdersComponent.factory().create(environment);
    }

    /** Over the environment of this process. */
    static OrdersComponent deployed() {
        return of(System.getenv());
    }

    /** Makes the component; see {@link #of}. */
    @Component.Factory
    interface Factory {
        OrdersComponent create(@BindsInstance Map<String, String> environment);
    }
}
