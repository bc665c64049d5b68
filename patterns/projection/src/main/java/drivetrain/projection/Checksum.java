package drivetrain.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A checksum of a set of views that doesn't depend on their order, so that segments can be summed
 * up in parallel: the SHA-256 of each view with its id, xored.
 *
 * @param bits of 256 bits, not negative
 */
public record Checksum(BigInteger bits) {
    /** Of no view. */
    public static final Checksum NONE = new Checksum(BigInteger.ZERO);
    private static final int HEX = 16;

    /** Reads what {@link #toString} wrote. */
    public static Checksum parse(String hex) {
        return new Checksum(new BigInteger(hex, HEX));
    }

    /** With one view more. */
    public Checksum plus(String id, AttributeValue view) {
        return plus(new Checksum(
                new BigInteger(1, sha256(quoted(id) + canonical(view)))));
    }

    /** Of both sets, which have no view in common. */
    public Checksum plus(Checksum other) {
        return new Checksum(bits.xor(other.bits));
    }

    /** 64 hexadecimal digits. */
    @Override
    public String toString() {
        return "%064x".formatted(bits);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The same text for the same value, whatever the order of attributes in it. */
    private static String canonical(AttributeValue value) {
        if (value.hasM()) {
            return new TreeMap<>(value.m()).entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + canonical(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value.hasL()) {
            return value.l().stream().map(Checksum::canonical)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return value.type() + quoted(value.s() == null ? value.toString() : value.s());
    }

    private static String quoted(String text) {
        return text.length() + ":" + text;
    }
}
