package drivetrain.orders;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.lambda.InvalidEnvironment;
import drivetrain.orders.handlers.BeginViewRebuildHandler;
import drivetrain.orders.handlers.ConfirmOrderHandler;
import drivetrain.orders.handlers.GetOrderHandler;
import drivetrain.orders.handlers.PlaceOrderHandler;
import drivetrain.orders.handlers.PublishOrderEventsHandler;
import drivetrain.orders.handlers.ReconcilePricesHandler;
import drivetrain.orders.handlers.RecordInterventionHandler;
import drivetrain.orders.handlers.StartCancellationHandler;
import drivetrain.orders.handlers.StartCheckoutHandler;
import drivetrain.orders.handlers.TrackPricesHandler;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each function starts with the variables that it uses, and with no others. */
class OrdersComponentTest {
    private static final Map<String, String> AWS = Map.of("AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret");

    @Test
    void startsEachFunctionWithWhatItUses() {
        assertThatCode(() -> {
            new PlaceOrderHandler(variables("ORDER_EVENTS_TABLE", "IDEMPOTENCY_TABLE",
                    "PRICES_TABLE"));
            new GetOrderHandler(variables("ORDER_EVENTS_TABLE", "ORDER_SNAPSHOTS_TABLE",
                    "ORDER_VIEWS_TABLE", "PROJECTIONS_TABLE"));
            new BeginViewRebuildHandler(variables("ORDER_EVENTS_TABLE", "ORDER_VIEWS_TABLE",
                    "PROJECTIONS_TABLE"));
            new ConfirmOrderHandler(variables("ORDER_EVENTS_TABLE", "ORDER_SNAPSHOTS_TABLE"));
            new TrackPricesHandler(variables("PRICES_TABLE"));
            new ReconcilePricesHandler(variables("PRICES_TABLE"));
            new PublishOrderEventsHandler(variables("EVENT_BUS", "DEAD_LETTER_QUEUE"));
            new StartCheckoutHandler(variables("ORDER_EVENTS_TABLE", "ORDER_SNAPSHOTS_TABLE",
                    "CHECKOUT_WORKFLOW"));
            new StartCancellationHandler(variables("CANCEL_WORKFLOW"));
            new RecordInterventionHandler(variables("INTERVENTIONS_TABLE", "ORDER_VIEWS_TABLE"));
        }).doesNotThrowAnyException();
    }

    @Test
    void namesEveryVariableThatIsMissing() {
        assertThatThrownBy(() -> new PlaceOrderHandler(variables("PRICES_TABLE")))
                .isInstanceOf(InvalidEnvironment.class)
                .hasMessageContaining("ORDER_EVENTS_TABLE")
                .hasMessageContaining("IDEMPOTENCY_TABLE");
    }

    private static Map<String, String> variables(String... names) {
        var variables = new HashMap<>(AWS);
        for (var name : names) {
            variables.put(name, "value-of-" + name);
        }
        return variables;
    }
}
