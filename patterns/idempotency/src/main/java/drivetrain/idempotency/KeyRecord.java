package drivetrain.idempotency;

import static java.util.Objects.requireNonNull;

import drivetrain.dynamodb.Item;
import java.time.Instant;

/**
 * What a key stands for, once its request is done.
 *
 * @param fingerprint of the request, such as a {@link drivetrain.kernel.Fingerprint}; another
 *     request with the same key is to be refused
 * @param answer enough to give the same answer again
 * @param expiresAt from then on the key is free; in whole seconds, as DynamoDB's time to live is
 */
public record KeyRecord(IdempotencyKey key, String fingerprint, Item answer, Instant expiresAt) {
    public KeyRecord {
        requireNonNull(key, "key");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(answer, "answer");
        requireNonNull(expiresAt, "expiresAt");
    }
}
