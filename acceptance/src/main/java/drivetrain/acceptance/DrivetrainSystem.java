package drivetrain.acceptance;

import java.net.URI;
import java.time.Duration;

/** A Drivetrain that runs somewhere, and the doors by which a scenario reaches it. */
public interface DrivetrainSystem extends AutoCloseable {
    /** The API's base URL, with its stage and without a slash at the end. */
    URI api();

    /** The AWS endpoint that its functions use. */
    URI aws();

    /** The control calls of the stand-in for Stripe. */
    Provider payments();

    /** The control calls of the stand-in for EasyPost. */
    Provider carrier();

    /**
     * A token that its API accepts.
     *
     * @param scopes
     *            {@code customer}, {@code staff}, or both with a space between
     */
    String token(String subject, String scopes);

    /** How long a checkout may take here before a scenario gives up, retries and waits included. */
    Duration patience();

    /** Leaves it; stops it only if it was started here. */
    @Override
    void close();
}
