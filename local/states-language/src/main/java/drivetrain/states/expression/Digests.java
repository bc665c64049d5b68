package drivetrain.states.expression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** The hashes of {@code States.Hash} and {@code $hash}. */
public final class Digests {

    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384",
            "SHA-512");

    private Digests() {}

    /**
     * Hashes a text in UTF-8.
     *
     * @param text what to hash
     * @param algorithm MD5, SHA-1, SHA-256, SHA-384 or SHA-512
     * @return lower case hexadecimal digits
     * @throws IllegalArgumentException for another algorithm
     */
    public static String hex(String text, String algorithm) {
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException("unknown hash algorithm " + algorithm);
        }
        try {
            byte[] digest = MessageDigest.getInstance(algorithm)
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
