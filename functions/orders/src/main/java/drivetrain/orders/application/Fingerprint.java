package drivetrain.orders.application;

import drivetrain.orders.application.PlaceOrder.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells requests apart by what they ask for, not by how their JSON is written. Only a digest is
 * kept, so that no address lies about.
 */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    /** SHA-256 of all that the customer asks for, in hex. */
    static String of(Request request) {
        var fingerprint = new Fingerprint(sha256());
        request.wishes().forEach(wish -> fingerprint.add(wish.sku().value())
                .add(Integer.toString(wish.quantity())));
        var to = request.shipTo();
        fingerprint.add(to.name()).add(to.street1()).add(to.street2()).add(to.city())
                .add(to.postalCode()).add(to.country()).add(to.phone()).add(to.email())
                .add(request.paymentMethod());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private Fingerprint add(Optional<String> part) {
        return add(part.isPresent() ? "1" : "0").add(part.orElse(""));
    }

    /** Each part with its length before it, so that no two lists of parts read the same. */
    private Fingerprint add(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        return this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
