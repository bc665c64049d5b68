package drivetrain.local.sqs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers for five minutes what a FIFO queue was sent, so that sending it again changes nothing.
 */
final class Deduplication {
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private record Sent(Receipt receipt, Instant at) {}

    private final boolean byContent;
    private final Map<String, Sent> sent = new LinkedHashMap<>();

    Deduplication(boolean byContent) {
        this.byContent = byContent;
    }

    /** The id given with a message, or the digest of its body; empty if it has none. */
    Optional<String> idOf(MessageDraft draft) {
        return draft.deduplicationId().or(
                () -> byContent ? Optional.of(sha256(draft.body())) : Optional.empty());
    }

    Receipt once(String id, Instant now, Supplier<Receipt> send) {
        sent.values().removeIf(earlier -> earlier.at().plus(INTERVAL).isBefore(now));
        var earlier = sent.get(id);
        if (earlier != null) {
            return earlier.receipt();
        }
        var receipt = send.get();
        sent.put(id, new Sent(receipt, now));
        return receipt;
    }

    private static String sha256(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
