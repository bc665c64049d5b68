package drivetrain.payments.application;

import drivetrain.kernel.OrderId;
import drivetrain.kernel.VersionConflict;
import drivetrain.payments.domain.Payment;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Payments and messages in memory, under the same contract as the tables. */
public final class InMemoryPayments implements Payments, Messages {
    private final Map<OrderId, Payment> standing = new ConcurrentHashMap<>();
    private final Set<String> messages = new HashSet<>();

    @Override
    public Optional<Payment> find(OrderId orderId) {
        return Optional.ofNullable(standing.get(orderId));
    }

    @Override
    public Payment put(Payment next) {
        var now = standing.compute(next.orderId(), (_, current) -> {
            long version = current == null ? 0 : current.version();
            return version == next.version() - 1 ? next : current;
        });
        if (now == null) {
            throw new VersionConflict("payment of order " + next.orderId() + " is gone");
        }
        return now;
    }

    @Override
    public synchronized Optional<Payment> put(Payment next, String eventId) {
        if (messages.contains(eventId)) {
            return Optional.empty();
        }
        var now = put(next);
        if (now.equals(next)) {
            messages.add(eventId);
        }
        return Optional.of(now);
    }
}
