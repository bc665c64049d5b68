package drivetrain.local.gateway;

import drivetrain.local.template.UsagePlan;
import drivetrain.local.template.UsagePlan.Quota;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The API keys of a stage. Each has a token bucket and a quota of its own, as its usage plan says.
 *
 * <p>Source: "Usage plans and API keys for REST APIs".
 */
final class ApiKeys {
    /** The header and the name of the security scheme's parameter. */
    static final String HEADER = "x-api-key";

    private final Map<String, Usage> usages = new HashMap<>();

    ApiKeys(List<UsagePlan> plans, Clock clock, LongSupplier nanoTime) {
        plans.forEach(plan -> plan.keys().forEach(key -> usages.put(key, new Usage(plan.quota(),
                new TokenBucket(plan.throttling(), nanoTime), clock))));
    }

    /**
     * Lets a request pass to a method that wants a key.
     *
     * @throws GatewayRefusal (403) without a key of a usage plan, (429) if it is used too often
     */
    void pass(ApiCall call) {
        Usage usage = usages.get(call.http().header(HEADER).orElse(""));
        if (usage == null) {
            throw GatewayRefusal.of(GatewayResponseType.INVALID_API_KEY);
        }
        usage.count();
    }

    /** What one key has used. */
    private static final class Usage {
        private final Optional<Quota> quota;
        private final TokenBucket bucket;
        private final Clock clock;
        private LocalDate since = LocalDate.MIN;
        private int used;

        Usage(Optional<Quota> quota, TokenBucket bucket, Clock clock) {
            this.quota = quota;
            this.bucket = bucket;
            this.clock = clock;
        }

        void count() {
            if (!bucket.take()) {
                throw GatewayRefusal.of(GatewayResponseType.THROTTLED);
            }
            quota.ifPresent(this::count);
        }

        private synchronized void count(Quota limit) {
            LocalDate start = startOfPeriod(limit);
            if (!start.equals(since)) {
                since = start;
                used = 0;
            }
            if (used >= limit.limit()) {
                throw GatewayRefusal.of(GatewayResponseType.QUOTA_EXCEEDED);
            }
            used++;
        }

        private LocalDate startOfPeriod(Quota limit) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return switch (limit.period()) {
                case DAY -> today;
                case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                case MONTH -> today.withDayOfMonth(1);
            };
        }
    }
}
