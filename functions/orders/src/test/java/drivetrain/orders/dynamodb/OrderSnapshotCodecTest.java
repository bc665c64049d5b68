package drivetrain.orders.dynamodb;

import static drivetrain.orders.Samples.NOW;
import static drivetrain.orders.Samples.SHIPMENT;
import static drivetrain.orders.Samples.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.orders.domain.Cancelled;
import drivetrain.orders.domain.Cancelling;
import drivetrain.orders.domain.Confirmed;
import drivetrain.orders.domain.Delivered;
import drivetrain.orders.domain.Fulfilled;
import drivetrain.orders.domain.Order;
import drivetrain.orders.domain.Placed;
import drivetrain.orders.domain.Rejected;
import drivetrain.orders.domain.Withdrawing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderSnapshotCodecTest {
    @Test
    void readsBackEveryState() {
        var codec = new OrderSnapshotCodec();
        var confirmed = new Confirmed(purchase(), "pi_1");
        var fulfilled = new Fulfilled(purchase(), "pi_1", SHIPMENT);
        List<Order> states = List.of(new Placed(purchase()), new Withdrawing(purchase()),
                confirmed, fulfilled, new Cancelling(confirmed), new Cancelling(fulfilled),
                new Delivered(purchase(), "pi_1", Optional.of(SHIPMENT), NOW),
                new Delivered(purchase(), "pi_1", Optional.empty(), NOW),
                new Rejected(purchase(), "OUT_OF_STOCK"),
                new Cancelled(purchase(), Optional.empty(), Optional.empty()),
                new Cancelled(purchase(), Optional.of("pi_1"), Optional.of(SHIPMENT)));

        for (var state : states) {
            assertThat(codec.decode(codec.encode(state))).isEqualTo(state);
        }
    }
}
