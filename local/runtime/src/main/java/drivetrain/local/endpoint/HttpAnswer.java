package drivetrain.local.endpoint;

import java.util.Map;

/** An answer as a protocol writes it; the server adds the headers that all answers have. */
@SuppressWarnings("ArrayRecordComponent") // Passed through once; nobody compares answers.
record HttpAnswer(int status, String contentType, Map<String, String> headers, byte[] body) {
    static final int OK = 200;

    static HttpAnswer ok(String contentType, byte[] body) {
        return new HttpAnswer(OK, contentType, Map.of(), body);
    }
}
