package drivetrain.local.identity;

import java.util.Optional;

/** Answers token requests, wherever they are posted. */
@FunctionalInterface
public interface TokenDesk {
    /**
     * Answers one.
     *
     * @param form
     *            as it was posted, URL-encoded
     * @param authorization
     *            the header of this name
     */
    Answer answer(String form, Optional<String> authorization);

    /** A token, or an error of RFC 6749, section 5.2. */
    record Answer(int status, String json) {}
}
