package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What came back from a call.
 *
 * @param body
 *            the JSON of the body; a missing node if it isn't JSON
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {
    /**
     * The same, if its status is this one.
     *
     * @throws IllegalStateException
     *             with what came instead
     */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Expected " + expected + ", got " + this);
        }
        return this;
    }

    /** A text of the body's top level; empty if there is none. */
    public String text(String field) {
        return body.path(field).asText();
    }

    /** A whole number of the body's top level; zero if there is none. */
    public long number(String field) {
        return body.path(field).asLong();
    }

    /** A header, or nothing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
