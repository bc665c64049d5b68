package drivetrain.idempotency;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Claims in memory, for tests: under the same contract as those in a table. */
public final class InMemoryIdempotentCalls implements IdempotentCalls {
    private final Map<IdempotencyKey, CallRecord> records = new HashMap<>();
    private final CallRecord.Terms terms;
    private final IdGenerator ids;
    private final Clock clock;

    /** Claims with leases, and keys with a life, as long as these. */
    public InMemoryIdempotentCalls(Duration lease, Duration keyLife, IdGenerator ids,
            Clock clock) {
        this.terms = new CallRecord.Terms(lease, keyLife);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public synchronized Claim claim(IdempotencyKey key, String fingerprint) {
        var now = clock.instant();
        var found = Optional.ofNullable(records.get(key))
                .filter(record -> !Place.isOver(record.toItem(), now));
        if (found.isEmpty()) {
            return grant(CallRecord.first(key, fingerprint, ids.next(), terms, now));
        }
        return found.get().toFinder(fingerprint, now)
                .orElseGet(() -> grant(found.get().next(terms, now)));
    }

    private Claim grant(CallRecord record) {
        records.put(record.key(), record);
        return record.granted();
    }

    @Override
    public synchronized Item complete(Claim.Granted claim, Item answer) {
        var standing = records.get(claim.key());
        if (standing == null || !standing.effectId().equals(claim.effectId())) {
            return answer;
        }
        if (standing.answer().isEmpty()) {
            records.put(claim.key(), CallRecord.of(claim, answer));
        }
        return records.get(claim.key()).answer().orElseThrow();
    }

    @Override
    public synchronized void release(Claim.Granted claim) {
        var standing = records.get(claim.key());
        if (standing != null && standing.isAttempt(claim.effectId(), claim.attempt())) {
            records.remove(claim.key());
        }
    }
}
