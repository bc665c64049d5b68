package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.example.shop.drivetrain.ApiClient;
import com.example.shop.drivetrain.ApiException;
import com.example.shop.drivetrain.CatalogApi;
import com.example.shop.drivetrain.OrdersApi;
import com.example.shop.drivetrain.PaymentsApi;
import com.example.shop.drivetrain.model.Address;
import com.example.shop.drivetrain.model.Order;
import com.example.shop.drivetrain.model.OrderEvent;
import com.example.shop.drivetrain.model.OrderLineRequest;
import com.example.shop.drivetrain.model.OrderRequest;
import com.example.shop.drivetrain.model.OrderStatus;
import com.example.shop.drivetrain.model.PlacedOrder;
import com.example.shop.drivetrain.model.Problem;
import com.example.shop.drivetrain.model.Product;
import com.example.shop.drivetrain.model.ProductType;
import com.example.shop.drivetrain.model.Violation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Shops in a system that runs: {@code -Dapi.url=} and {@code -Dtoken.url=} say where, if it isn't
 * where {@code ./start} puts it.
 */
class DrivetrainTest {
    private static final String SERVO = "SRV-2040-485";
    private static final Set<OrderStatus> LAST = Set.of(OrderStatus.FULFILLED,
            OrderStatus.REJECTED, OrderStatus.CANCELLED);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final URI api = URI.create(System.getProperty("api.url", "http://localhost:3000"));
    private final URI tokens = URI.create(System.getProperty("token.url",
            "http://localhost:4566/oauth2/token"));

    @Test
    void listsProducts() throws Exception {
        var catalog = new CatalogApi(Drivetrain.asAnybody(api));

        assertThat(catalog.listProducts(ProductType.SERVO, 3, null).getItems()).isNotEmpty()
                .hasSizeLessThanOrEqualTo(3).extracting(Product::getType)
                .containsOnly(ProductType.SERVO);
        assertThat(catalog.getProduct(SERVO).getPrice().getMinorUnits()).isPositive();
    }

    @Test
    void placesAnOrderAndFollowsItToItsEnd() throws Exception {
        ApiClient alice = Drivetrain.as(Drivetrain.token("alice", tokens), api);
        var orders = new OrdersApi(alice);
        String key = UUID.randomUUID().toString();

        PlacedOrder placed = orders.placeOrder(key, order(SERVO));
        PlacedOrder again = orders.placeOrder(key, order(SERVO));
        Order order = atRest(orders, placed.getOrderId());

        assertThat(again).as("the same key is the same order").isEqualTo(placed);
        assertThat(order.getStatus()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(order.getTotal()).isEqualTo(placed.getTotal());
        assertThat(orders.getOrderHistory(order.getOrderId(), null, null).getEvents())
                .extracting(OrderEvent::getType)
                .containsExactly("OrderPlaced", "OrderConfirmed", "OrderFulfilled");
        assertThat(new PaymentsApi(alice).getPayment(order.getOrderId()).getStatus())
                .isEqualTo("CAPTURED");
    }

    @Test
    void readsWhyAnOrderIsRefused() throws Exception {
        var orders = new OrdersApi(Drivetrain.as(Drivetrain.token("alice", tokens), api));

        ApiException refusal = catchThrowableOfType(ApiException.class,
                () -> orders.placeOrder(UUID.randomUUID().toString(), order("NO-SUCH")));

        assertThat(refusal.getCode()).isEqualTo(422);
        Problem problem = Drivetrain.problem(refusal);
        assertThat(problem.getType()).isEqualTo("urn:drivetrain:problem:unprocessable");
        assertThat(problem.getStatus()).isEqualTo(422);
        assertThat(problem.getErrors()).extracting(Violation::getPointer)
                .containsExactly("/lines/0/sku");
    }

    @Test
    void isAskedForAToken() throws Exception {
        var orders = new OrdersApi(Drivetrain.asAnybody(api));

        ApiException refusal = catchThrowableOfType(ApiException.class,
                () -> orders.listOrders(null, null));

        assertThat(refusal.getCode()).isEqualTo(401);
        assertThat(Drivetrain.problem(refusal).getType())
                .isEqualTo("urn:drivetrain:problem:unauthenticated");
    }

    private static OrderRequest order(String sku) {
        return new OrderRequest().addLinesItem(new OrderLineRequest().sku(sku).quantity(1))
                .shipTo(new Address().name("Ada Lovelace").street1("12 St James Square")
                        .city("London").postalCode("SW1Y 4JH").country("GB"))
                .paymentMethod("pm_card_visa");
    }

    private static Order atRest(OrdersApi orders, String id) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        Order order = orders.getOrder(id, null);
        while (!LAST.contains(order.getStatus()) && Instant.now().isBefore(deadline)) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            order = orders.getOrder(id, null);
        }
        return order;
    }
}
