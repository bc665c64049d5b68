package drivetrain.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells requests apart by what they ask for, not by how their JSON is written: the parts of two
 * requests are the same, in the same order, if their fingerprints are. Only a digest is kept, so
 * that no address lies about. Not thread-safe.
 */
public final class Fingerprint {
    private final MessageDigest digest = sha256();

    /** Adds an optional part; an absent one differs from an empty one. */
    public Fingerprint add(Optional<String> part) {
        return add(part.isPresent() ? "1" : "0").add(part.orElse(""));
    }

    /** Adds a part, with its length before it, so that no two lists of parts read the same. */
    public Fingerprint add(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    /** SHA-256 of all parts, in hex; begins anew. */
    public String toHex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
