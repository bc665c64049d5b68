package drivetrain.inventory.application;

import drivetrain.inventory.domain.Change;
import drivetrain.inventory.domain.Movement;
import drivetrain.inventory.domain.Receipt;
import drivetrain.inventory.domain.Reservation;
import drivetrain.inventory.domain.StockLevel;
import drivetrain.kernel.OrderId;
import drivetrain.kernel.Sku;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All ports in memory, under the contract that the DynamoDB adapters are held to. */
public final class InMemoryInventory implements ReservationStore, StockStore, ReceiptStore {
    private final Map<OrderId, Reservation> reservations = new HashMap<>();
    private final Map<Sku, StockLevel> stock = new HashMap<>();
    private final Map<String, Integer> receipts = new HashMap<>();

    @Override
    public Optional<Reservation> find(OrderId orderId) {
        return Optional.ofNullable(reservations.get(orderId));
    }

    @Override
    public Applied apply(Change change, Stamp stamp) {
        Reservation found = reservations.get(change.next().orderId());
        if ((found == null ? 0 : found.version()) != change.expectedVersion()) {
            return new Applied.Stale(found);
        }
        Map<Sku, StockLevel> moved = new HashMap<>();
        for (Movement movement : change.movements()) {
            Optional<StockLevel> after = find(movement.sku())
                    .flatMap(level -> level.after(movement));
            if (after.isEmpty()) {
                return new Applied.Insufficient();
            }
            moved.put(movement.sku(), after.get());
        }
        stock.putAll(moved);
        reservations.put(change.next().orderId(), change.next());
        return new Applied.Done();
    }

    @Override
    public List<OrderId> dueAt(Instant now, int limit) {
        return reservations.values().stream()
                .flatMap(each -> each instanceof Reservation.Reserved reserved
                        ? Optional.of(reserved).stream()
                        : Optional.<Reservation.Reserved>empty().stream())
                .filter(reserved -> reserved.isDue(now))
                .sorted(Comparator.comparing(Reservation.Reserved::expiresAt)).limit(limit)
                .map(Reservation.Reserved::orderId).toList();
    }

    @Override
    public Optional<StockLevel> find(Sku sku) {
        return Optional.ofNullable(stock.get(sku));
    }

    @Override
    public Map<Sku, StockLevel> findAll(Collection<Sku> skus) {
        Map<Sku, StockLevel> found = new HashMap<>(stock);
        found.keySet().retainAll(skus);
        return found;
    }

    @Override
    public Optional<Integer> receive(Receipt receipt, Stamp stamp) {
        String key = receipt.sku() + "#" + receipt.receiptId();
        Optional<Integer> booked = Optional
                .ofNullable(receipts.putIfAbsent(key, receipt.quantity()));
        if (booked.isEmpty()) {
            StockLevel level = stock.getOrDefault(receipt.sku(), StockLevel.none(receipt.sku()));
            stock.put(receipt.sku(), new StockLevel(receipt.sku(),
                    level.onHand() + receipt.quantity(), level.reserved(), level.version() + 1));
        }
        return booked;
    }
}
