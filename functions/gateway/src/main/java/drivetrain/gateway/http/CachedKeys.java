package drivetrain.gateway.http;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import drivetrain.kernel.DependencyUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An issuer's keys, kept for an hour.
 *
 * <p>A key id that isn't known may be a new key, so the keys are fetched again; but not twice
 * within half a minute, so that made-up key ids can't be used to flood the issuer. When the issuer
 * is out of reach, the keys that are there are used on for up to a day.
 *
 * <p>Thread-safe.
 */
final class CachedKeys implements JWKSource<SecurityContext> {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration USABLE = Duration.ofDays(1);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);

    private final KeySetSource source;
    private final Clock clock;
    private JWKSet keys = new JWKSet();
    private Instant fetched = Instant.MIN;
    private Instant tried = Instant.MIN;

    CachedKeys(KeySetSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * The keys that match; none when the issuer has no such key.
     *
     * @throws DependencyUnavailable when there are no keys, and none can be fetched
     */
    @Override
    public synchronized List<JWK> get(JWKSelector selector, SecurityContext context) {
        var now = clock.instant();
        if (isOlderThan(FRESH, now)) {
            refresh(now);
        }
        var found = selector.select(keys);
        if (found.isEmpty() && mayFetch(now)) {
            refresh(now);
            found = selector.select(keys);
        }
        return found;
    }

    private void refresh(Instant now) {
        if (!mayFetch(now)) {
            requireUsable(now, null);
            return;
        }
        tried = now;
        try {
            keys = source.fetch();
            fetched = now;
        } catch (DependencyUnavailable unreachable) {
            requireUsable(now, unreachable);
        }
    }

    private boolean mayFetch(Instant now) {
        return !now.isBefore(tried.equals(Instant.MIN) ? tried : tried.plus(BETWEEN_FETCHES));
    }

    private boolean isOlderThan(Duration age, Instant now) {
        return fetched.equals(Instant.MIN) || now.isAfter(fetched.plus(age));
    }

    private void requireUsable(Instant now, DependencyUnavailable cause) {
        if (isOlderThan(USABLE, now)) {
            throw new DependencyUnavailable("there are no keys to check tokens with", cause);
        }
    }
}
