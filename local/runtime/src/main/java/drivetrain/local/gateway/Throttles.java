package drivetrain.local.gateway;

import drivetrain.local.template.ApiResource.Throttling;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** The buckets of a stage: one for each method with limits of its own, one for all the others. */
final class Throttles {
    private final TokenBucket stage;
    private final Map<String, TokenBucket> methods;

    Throttles(Throttling stage, Map<String, Throttling> methods, LongSupplier nanoTime) {
        this.stage = new TokenBucket(stage, nanoTime);
        this.methods = methods.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                Map.Entry::getKey, method -> new TokenBucket(method.getValue(), nanoTime)));
    }

    /**
     * Lets a request to a route pass.
     *
     * @throws GatewayRefusal (429) if there are too many
     */
    void pass(Route route) {
        if (!methods.getOrDefault(route.key(), stage).take()) {
            throw GatewayRefusal.of(GatewayResponseType.THROTTLED);
        }
    }
}
