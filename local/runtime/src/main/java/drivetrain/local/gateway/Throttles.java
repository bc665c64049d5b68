package drivetrain.local.gateway;

import drivetrain.local.template.ApiResource.Throttling;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A bucket for each method of a stage. The stage's own limit is what each method has that has none
 * of its own; methods never share a bucket.
 *
 * <p>Source: "Throttle requests to your REST APIs": per-stage limits "are applied at the API method
 * level for a stage".
 */
final class Throttles {
    private final Throttling stage;
    private final Map<String, Throttling> methods;
    private final LongSupplier nanoTime;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    Throttles(Throttling stage, Map<String, Throttling> methods, LongSupplier nanoTime) {
        this.stage = stage;
        this.methods = Map.copyOf(methods);
        this.nanoTime = nanoTime;
    }

    /**
     * Lets a request to a route pass.
     *
     * @throws GatewayRefusal (429) if there are too many
     */
    void pass(Route route) {
        TokenBucket bucket = buckets.computeIfAbsent(route.key(),
                key -> new TokenBucket(methods.getOrDefault(key, stage), nanoTime));
        if (!bucket.take()) {
            throw GatewayRefusal.of(GatewayResponseType.THROTTLED);
        }
    }
}
