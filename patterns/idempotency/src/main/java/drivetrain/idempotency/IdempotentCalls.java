package drivetrain.idempotency;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.StorageUnavailable;
import java.time.Instant;

/**
 * Keys of requests whose effect is outside of DynamoDB, and so can't share a transaction with the
 * record of its key: {@link #claim}, do it, {@link #complete}.
 *
 * <p>A crash in between leaves a claim without an answer. It blocks the key until its lease ends;
 * then the same request may claim it again, and gets <em>the same effect id</em>. Whoever has the
 * effect must do it under that id, and once for each id (a provider's own idempotency key, a
 * workflow's name). So a crash neither blocks the key for ever nor does the effect twice; with an
 * effect that has no such id nobody could promise both.
 *
 * <p>Every method may throw {@link StorageUnavailable}, after which it may or may not have written;
 * calling again is safe.
 */
public interface IdempotentCalls {

    /** What a request may do. */
    sealed interface Claim {
        /**
         * The effect is this caller's to do, until the lease ends.
         *
         * @param effectId the same for each claim of the request, and no other's
         * @param attempt from 1; more means that an earlier one began and left no answer
         */
        record Granted(IdempotencyKey key, String fingerprint, String effectId, long attempt,
                Instant leaseUntil, Instant expiresAt) implements Claim {}

        /** It is done; this is its answer. */
        record Answered(Item answer) implements Claim {}

        /** The key stands for another request: refuse it. */
        record OtherRequest() implements Claim {}

        /** Somebody is at it; ask again after this time. */
        record Running(Instant leaseUntil) implements Claim {}
    }

    /** Asks for the right to do what a key stands for. */
    Claim claim(IdempotencyKey key, String fingerprint);

    /**
     * Keeps the answer for the rest of the key's life.
     *
     * @return the answer that counts: this one, or that of another attempt which was faster. It may
     *     have taken longer than the lease, since all attempts have the same effect.
     */
    Item complete(Claim.Granted claim, Item answer);

    /**
     * Gives the key back, so that the request can be tried again at once. Only for an effect that
     * certainly didn't happen; after an unknown outcome let the lease end.
     */
    void release(Claim.Granted claim);
}
