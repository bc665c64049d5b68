package drivetrain.standins.stripe;

import drivetrain.standins.server.Answer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was answered under each idempotency key, as Stripe's "Idempotent requests" has it: the first
 * answer is repeated, other parameters are refused, a request in flight is a conflict, and a
 * request whose parameters didn't validate leaves no trace.
 */
final class IdempotencyKeys {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(String fingerprint, CompletableFuture<Answer> answer) {}

    Answer once(String key, String fingerprint, Supplier<Answer> request) {
        var entry = new Entry(fingerprint, new CompletableFuture<>());
        Entry earlier = entries.putIfAbsent(key, entry);
        return earlier == null
                ? first(key, entry, request)
                : again(key, earlier, fingerprint);
    }

    private Answer first(String key, Entry entry, Supplier<Answer> request) {
        try {
            Answer answer = request.get();
            entry.answer().complete(answer);
            return answer;
        } catch (StripeRefusal refusal) {
            if (refusal.kept()) {
                entry.answer().complete(refusal.answer());
            } else {
                entries.remove(key);
            }
            throw refusal;
        }
    }

    private static Answer again(String key, Entry earlier, String fingerprint) {
        if (!earlier.fingerprint().equals(fingerprint)) {
            throw StripeRefusal.keyReused(key);
        }
        if (!earlier.answer().isDone()) {
            throw StripeRefusal.keyInUse();
        }
        return earlier.answer().join().with("Idempotent-Replayed", "true");
    }
}
