package drivetrain.idempotency;

import drivetrain.dynamodb.Item;
import drivetrain.idempotency.IdempotentCalls.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The record of a claimed key, and the rules by which it is claimed again. */
record CallRecord(IdempotencyKey key, String fingerprint, String effectId, long attempt,
        Instant leaseUntil, Instant expiresAt, Optional<Item> answer) {

    /**
     * How long things hold.
     *
     * @param lease how long a claim without an answer blocks its key: longer than the caller lives,
     *     such as the function's timeout
     * @param keyLife how long a key stands for its request
     */
    record Terms(Duration lease, Duration keyLife) {}

    static CallRecord first(IdempotencyKey key, String fingerprint, String effectId, Terms terms,
            Instant now) {
        return new CallRecord(key, fingerprint, effectId, 1, now.plus(terms.lease()),
                now.plus(terms.keyLife()), Optional.empty());
    }

    static CallRecord of(Claim.Granted claim, Item answer) {
        return new CallRecord(claim.key(), claim.fingerprint(), claim.effectId(), claim.attempt(),
                claim.leaseUntil(), claim.expiresAt(), Optional.of(answer));
    }

    /** What somebody hears who finds this record; nothing if the claim may be taken over. */
    Optional<Claim> toFinder(String otherFingerprint, Instant now) {
        if (!fingerprint.equals(otherFingerprint)) {
            return Optional.of(new Claim.OtherRequest());
        }
        if (answer.isPresent()) {
            return Optional.of(new Claim.Answered(answer.get()));
        }
        return leaseUntil.isAfter(now)
                ? Optional.of(new Claim.Running(leaseUntil))
                : Optional.empty();
    }

    CallRecord next(Terms terms, Instant now) {
        return new CallRecord(key, fingerprint, effectId, attempt + 1, now.plus(terms.lease()),
                expiresAt, Optional.empty());
    }

    Claim.Granted granted() {
        return new Claim.Granted(key, fingerprint, effectId, attempt, leaseUntil, expiresAt);
    }

    boolean isAttempt(String ofEffect, long number) {
        return effectId.equals(ofEffect) && attempt == number && answer.isEmpty();
    }

    Item toItem() {
        var item = Item.empty().text(KeyTable.KEY, key.text()).text("fingerprint", fingerprint)
                .text("effectId", effectId).number("attempt", attempt)
                .number("leaseUntilMillis", leaseUntil.toEpochMilli())
                .number(Place.EXPIRES_AT, expiresAt.getEpochSecond());
        return answer.map(known -> item.map("answer", known)).orElse(item);
    }

    static CallRecord read(IdempotencyKey key, Item item) {
        return new CallRecord(key, item.text("fingerprint"), item.text("effectId"),
                item.number("attempt"), Instant.ofEpochMilli(item.number("leaseUntilMillis")),
                Instant.ofEpochSecond(item.number(Place.EXPIRES_AT)),
                item.has("answer") ? Optional.of(item.map("answer")) : Optional.empty());
    }
}
