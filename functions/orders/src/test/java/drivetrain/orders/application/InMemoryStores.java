package drivetrain.orders.application;

import drivetrain.eventstore.AppendOutcome.Appended;
import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.InMemoryEventStore;
import drivetrain.eventstore.InMemorySnapshotStore;
import drivetrain.eventstore.NewEvent;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import drivetrain.kernel.Drift;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import drivetrain.orders.domain.OrderEvent.OrderPlaced;
import drivetrain.orders.domain.PricedProduct;
import drivetrain.orders.dynamodb.EventSourcedOrderStore;
import drivetrain.orders.events.OrderEventCodec;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All of them in memory, under the same contract as the tables. */
public final class InMemoryStores {
    private static final Comparator<OrderView> NEWEST_FIRST = Comparator
            .comparing(OrderView::placedAt)
            .thenComparing(view -> view.orderId().value()).reversed();

    private final EventStore events = new InMemoryEventStore();
    private final Map<PlacementStore.PlacementKey, PlacementStore.Placement> keys = new HashMap<>();
    private final Map<Sku, PricedProduct> products = new HashMap<>();
    private final Map<OrderId, OrderView> viewsById = new HashMap<>();
    private final Map<String, Integer> runs = new HashMap<>();
    private final Map<OrderId, Set<String>> parkedBy = new HashMap<>();

    /** The ports. */
    public Stores stores() {
        return new Stores(new EventSourcedOrderStore(events, new InMemorySnapshotStore()),
                new Placements(), new Prices(), new Views(), new Interventions());
    }

    private final class Placements implements PlacementStore {
        @Override
        public Optional<Placement> place(OrderPlaced event, Placement placement,
                Instant occurredAt, CorrelationId correlationId) {
            var known = find(placement.key(), occurredAt);
            if (known.isEmpty()) {
                keys.put(placement.key(), placement);
                var codec = new OrderEventCodec();
                var outcome = events.append(event.orderId().value(), 0,
                        List.of(new NewEvent(codec.type(event), codec.schemaVersion(event),
                                occurredAt, correlationId.value(), codec.encode(event))));
                if (!(outcome instanceof Appended)) {
                    throw new IllegalStateException("an order id came twice");
                }
            }
            return known;
        }

        @Override
        public Optional<Placement> find(PlacementKey key, Instant now) {
            return Optional.ofNullable(keys.get(key))
                    .filter(placement -> placement.expiresAt().isAfter(now));
        }
    }

    private final class Prices implements PriceStore {
        @Override
        public Map<Sku, PricedProduct> find(Set<Sku> skus) {
            var found = new HashMap<>(products);
            found.keySet().retainAll(skus);
            return found;
        }

        @Override
        public void save(PricedProduct product) {
            products.merge(product.sku(), product,
                    (there, fresh) -> there.version() < fresh.version() ? fresh : there);
        }

        @Override
        public Optional<Drift> repair(PricedProduct product) {
            var before = products.get(product.sku());
            if (product.equals(before)
                    || (before != null && before.version() > product.version())) {
                return Optional.empty();
            }
            products.put(product.sku(), product);
            if (before == null) {
                return Optional.of(Drift.MISSING);
            }
            return Optional.of(
                    before.version() < product.version() ? Drift.STALE : Drift.DAMAGED);
        }
    }

    private final class Views implements ViewStore {
        @Override
        public long save(OrderView view) {
            var before = viewsById.get(view.orderId());
            viewsById.merge(view.orderId(), view,
                    (there, fresh) -> there.version() < fresh.version() ? fresh : there);
            return before == null ? 0 : before.version();
        }

        @Override
        public Optional<OrderView> find(OrderId orderId) {
            return Optional.ofNullable(viewsById.get(orderId)).map(this::marked);
        }

        @Override
        public Page list(CustomerId customerId, int limit, Optional<Position> after) {
            var all = viewsById.values().stream().map(this::marked)
                    .filter(view -> view.customerId().equals(customerId)).sorted(NEWEST_FIRST)
                    .filter(view -> after.stream().allMatch(place -> isAfter(view, place)))
                    .limit(limit + 1L).toList();
            return all.size() <= limit
                    ? new Page(all, Optional.empty())
                    : new Page(all.subList(0, limit), Optional.of(new Position(
                            all.get(limit - 1).placedAt(), all.get(limit - 1).orderId())));
        }

        private boolean isAfter(OrderView view, Position place) {
            int byTime = view.placedAt().compareTo(place.placedAt());
            int byId = view.orderId().value().compareTo(place.orderId().value());
            return (byTime == 0 ? byId : byTime) < 0;
        }

        private OrderView marked(OrderView view) {
            var executions = parkedBy.getOrDefault(view.orderId(), Set.of());
            return new OrderView(view.orderId(), view.customerId(), view.status(), view.version(),
                    view.lines(), view.total(), view.placedAt(), view.updatedAt(),
                    view.paymentId(), view.trackingCode(), view.rejection(),
                    !executions.isEmpty());
        }
    }

    private final class Interventions implements InterventionStore {
        @Override
        public boolean open(Intervention intervention) {
            boolean news = isNews(intervention.executionArn(), intervention.redriveCount());
            if (news) {
                intervention.orderId().ifPresent(order -> parkedBy
                        .computeIfAbsent(order, _ -> new HashSet<>())
                        .add(intervention.executionArn()));
            }
            return news;
        }

        @Override
        public boolean resolve(String executionArn, Optional<OrderId> orderId, int redriveCount,
                Instant at) {
            boolean news = isNews(executionArn, redriveCount);
            if (news) {
                orderId.ifPresent(order -> parkedBy.getOrDefault(order, new HashSet<>())
                        .remove(executionArn));
            }
            return news;
        }

        private boolean isNews(String executionArn, int redriveCount) {
            boolean news = runs.getOrDefault(executionArn, -1) < redriveCount;
            if (news) {
                runs.put(executionArn, redriveCount);
            }
            return news;
        }
    }
}
