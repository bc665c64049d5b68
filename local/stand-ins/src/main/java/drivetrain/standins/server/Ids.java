package drivetrain.standins.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that depend on nothing but a seed and what they are for, so that runs repeat. */
public final class Ids {
    private Ids() {}

    /** Lower-case hexadecimal digits of a hash; {@code length} is at most 64. */
    public static String of(long seed, String origin, int length) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((seed + ":" + origin).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
