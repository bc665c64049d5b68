package drivetrain.orders.application;

import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.Fingerprint;
import drivetrain.kernel.IdGenerator;
import drivetrain.kernel.Money;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.orders.application.PlacementStore.Placement;
import drivetrain.orders.application.PlacementStore.PlacementKey;
import drivetrain.orders.domain.Address;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.domain.Quote;
import drivetrain.orders.domain.Quote.Priced;
import drivetrain.orders.domain.Quote.Reason;
import drivetrain.orders.domain.Quote.Unorderable;
import drivetrain.orders.domain.Quote.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes an order in, once for each key of a customer.
 *
 * <p>A new order costs one read of its products and one transaction. Whether the key is known is
 * found out by that transaction, or, if the request can't be ordered (any more), by one read.
 */
public final class PlaceOrder {
    /** How long a key stands for its request. */
    public static final Duration KEY_LIFE = Duration.ofHours(24);

    private static final int ATTEMPTS = 3;

    private final PlacementStore placements;
    private final PriceStore prices;
    private final IdGenerator ids;
    private final Clock clock;

    public PlaceOrder(PlacementStore placements, PriceStore prices, IdGenerator ids, Clock clock) {
        this.placements = placements;
        this.prices = prices;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a customer asks for. */
    public record Request(PlacementKey key, List<Wish> wishes, Address shipTo,
            String paymentMethod) {
        public Request {
            wishes = List.copyOf(wishes);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The order is placed, by this request or by the same one before. */
        record Accepted(OrderId orderId, Money total) implements Outcome {}

        /** The key stands for another request. */
        record KeyReused() implements Outcome {}

        /** The same request, or another with this key, is being placed at this moment. */
        record StillRunning() implements Outcome {}

        /** It can't be ordered like that. */
        record Refused(List<Reason> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /** Places an order, or tells what became of it when it was placed before. */
    public Outcome place(Request request, CorrelationId correlationId) {
        var fingerprint = fingerprint(request);
        var skus = request.wishes().stream().map(Wish::sku).collect(Collectors.toSet());
        return switch (Quote.of(request.wishes(), prices.find(skus))) {
            case Priced priced -> place(request, fingerprint, priced, correlationId);
            case Unorderable(List<Reason> reasons) -> placements
                    .find(request.key(), clock.instant())
                    .map(known -> answer(known, fingerprint)).orElse(new Outcome.Refused(reasons));
        };
    }

    private Outcome place(Request request, String fingerprint, Priced priced,
            CorrelationId correlationId) {
        var now = clock.instant();
        var event = new OrderPlaced(new OrderId(ids.next()), request.key().customerId(),
                priced.lines(), priced.total(), request.shipTo(), request.paymentMethod());
        var placement = new Placement(request.key(), fingerprint, event.orderId(), event.total(),
                now.plus(KEY_LIFE));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return answer(placements.place(event, placement, now, correlationId), placement);
            } catch (VersionConflict sameKeyUnderWay) {
                // The next attempt finds the other's record, or the key free.
            }
        }
        return new Outcome.StillRunning();
    }

    private static Outcome answer(Optional<Placement> known, Placement ours) {
        return answer(known.orElse(ours), ours.fingerprint());
    }

    private static Outcome answer(Placement known, String fingerprint) {
        return known.fingerprint().equals(fingerprint)
                ? new Outcome.Accepted(known.orderId(), known.total())
                : new Outcome.KeyReused();
    }

    private static String fingerprint(Request request) {
        var fingerprint = new Fingerprint();
        request.wishes().forEach(wish -> fingerprint.add(wish.sku().value())
                .add(Integer.toString(wish.quantity())));
        var to = request.shipTo();
        return fingerprint.add(to.name()).add(to.street1()).add(to.street2()).add(to.city())
                .add(to.postalCode()).add(to.country()).add(to.phone()).add(to.email())
                .add(request.paymentMethod()).toHex();
    }
}
