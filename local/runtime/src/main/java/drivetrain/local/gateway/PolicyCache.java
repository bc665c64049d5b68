package drivetrain.local.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An authorizer's answers by identity, for as long as they may be used; bounded. */
final class PolicyCache {
    private static final int MAX_ENTRIES = 10_000;

    private final Duration timeToLive;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(AuthorizerPolicy policy, Instant expiresAt) {}

    PolicyCache(Duration timeToLive, Clock clock) {
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    Optional<AuthorizerPolicy> get(String identity) {
        Entry entry = entries.get(identity);
        return entry != null && clock.instant().isBefore(entry.expiresAt())
                ? Optional.of(entry.policy())
                : Optional.empty();
    }

    void put(String identity, AuthorizerPolicy policy) {
        if (timeToLive.isZero()) {
            return;
        }
        Instant now = clock.instant();
        if (entries.size() >= MAX_ENTRIES) {
            entries.values().removeIf(entry -> !now.isBefore(entry.expiresAt()));
        }
        if (entries.size() < MAX_ENTRIES) {
            entries.put(identity, new Entry(policy, now.plus(timeToLive)));
        }
    }
}
