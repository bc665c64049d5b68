package drivetrain.acceptance;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A Drivetrain that runs somewhere, and the doors by which a scenario reaches it. */
public interface DrivetrainSystem extends AutoCloseable {
    /** The audience of its API, which its tokens name. */
    String AUDIENCE = "drivetrain";

    /** The API's base URL, with its stage and without a slash at the end. */
    URI api();

    /** The AWS services that its functions use; closed with the system. */
    Aws aws();

    /** The control calls of the stand-in for Stripe. */
    Provider payments();

    /** The control calls of the stand-in for EasyPost. */
    Provider carrier();

    /**
     * A token of its issuer, which its API may well refuse.
     *
     * @param scopes
     *            {@code customer}, {@code staff}, or both with a space between
     * @param lifetime
     *            negative for one that has expired
     */
    String token(String subject, String scopes, String audience, Duration lifetime);

    /** A token that its API accepts. */
    default String token(String subject, String scopes) {
        return token(subject, scopes, AUDIENCE, Duration.ofHours(1));
    }

    /** The API key of a partner, where one is known. */
    Optional<String> partnerKey();

    /** How long a checkout may take here before a scenario gives up, retries and waits included. */
    Duration patience();

    /** How long its functions wait for a provider. */
    Duration providerTimeout();

    /** The providers work again, and the circuits know nothing of what was. */
    default void heal() {
        payments().heal();
        carrier().heal();
        new Circuits(new Tables(aws())).forget();
    }

    /** Leaves it; stops it only if it was started here. */
    @Override
    void close();
}
