package drivetrain.dependency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof that a message comes from somebody who knows a secret.
 *
 * <p>Source: RFC 2104, HMAC, over SHA-256.
 *
 * @param secret shared with the sender; not empty
 */
public record HmacSha256(String secret) {
    private static final String ALGORITHM = "HmacSHA256";

    public HmacSha256 {
        Objects.requireNonNull(secret);
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a secret can't be empty");
        }
    }

    /** The signature of a text, in lower-case hexadecimal. */
    public String sign(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /**
     * Whether a signature is that of a text. Takes the same time for every wrong signature of the
     * right length.
     *
     * @param hex the claimed signature; anything but hexadecimal is wrong
     */
    public boolean matches(String text, String hex) {
        byte[] claimed;
        try {
            claimed = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException notHexadecimal) {
            return false;
        }
        return MessageDigest.isEqual(digest(text), claimed);
    }

    /** Without the secret, so that it can't end in a log line. */
    @Override
    public String toString() {
        return ALGORITHM;
    }

    private byte[] digest(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
