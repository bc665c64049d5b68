package drivetrain.states.definition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The timestamps of the language: RFC 3339 with an upper case T, and an upper case Z or an offset. */
public final class Timestamps {

    private Timestamps() {}

    /**
     * Parses a timestamp.
     *
     * @param text for instance {@code 2016-03-14T01:59:00Z}
     * @return the instant
     * @throws DateTimeException if it isn't one
     */
    public static Instant parse(String text) {
        if (text.indexOf('t') >= 0 || text.indexOf('z') >= 0) {
            throw new DateTimeException("T and Z must be upper case");
        }
        return OffsetDateTime.parse(text).toInstant();
    }
}
