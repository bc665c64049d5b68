package drivetrain.lambda;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * An error document for HTTP clients, sent as {@code application/problem+json}.
 *
 * <p>Source: RFC 9457, Problem Details for HTTP APIs.
 *
 * @param type a stable name of the kind of problem: {@code urn:drivetrain:problem:…}
 * @param title the kind of problem in a few words, the same each time
 * @param status the HTTP status
 * @param detail what went wrong this time, and what to do; null when the title says it all
 * @param errors single violations of the request, empty when there are none
 */
@Json
public record Problem(String type, String title, int status, String detail,
        List<Violation> errors) {
    private static final String PREFIX = "urn:drivetrain:problem:";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /**
     * One thing that is wrong with a request.
     *
     * @param pointer where: a JSON pointer into the body, or the name of a parameter or header
     * @param detail what is wrong there
     */
    @Json
    public record Violation(String pointer, String detail) {}

    /**
     * A problem of a kind.
     *
     * @param kind a stable name, such as {@code out-of-stock}
     */
    public static Problem of(int status, String kind, String title, String detail) {
        return new Problem(PREFIX + kind, title, status, detail, List.of());
    }

    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "The request is malformed", detail);
    }

    public static Problem unauthenticated() {
        return of(401, "unauthenticated", "A valid token is needed", null);
    }

    public static Problem forbidden() {
        return of(403, "forbidden", "The token doesn't allow this", null);
    }

    /** Also for what belongs to somebody else, so that nobody learns that it exists. */
    public static Problem notFound(String detail) {
        return of(404, "not-found", "There is no such thing", detail);
    }

    public static Problem conflict(String detail) {
        return of(409, "conflict", "The present state doesn't allow this", detail);
    }

    static Problem tooLarge() {
        return of(413, "too-large", "The request is too large",
                "A body has 32,000 characters at most.");
    }

    static Problem unsupportedMediaType() {
        return of(415, "unsupported-media-type", "The body must be application/json", null);
    }

    /** Well-formed, but not something that can be done. */
    public static Problem unprocessable(String detail, List<Violation> errors) {
        return new Problem(PREFIX + "unprocessable", "The request can't be carried out", 422,
                detail, errors);
    }

    static Problem unavailable() {
        return of(503, "unavailable", "Try again shortly", null);
    }

    static Problem internal(String requestId) {
        return of(500, "internal", "Something went wrong on our side",
                "Quote request id " + requestId + " when you report this.");
    }
}
