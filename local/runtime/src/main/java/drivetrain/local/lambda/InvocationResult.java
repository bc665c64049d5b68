package drivetrain.local.lambda;

import java.util.Optional;

/**
 * What Lambda's Invoke API answers.
 *
 * @param statusCode
 *            200 whenever the function ran, even if it failed; 4xx when the call was refused
 * @param functionError
 *            {@code Unhandled} or {@code Handled} when the function failed; for a refused call the
 *            error code of the API, such as {@code TooManyRequestsException}
 * @param payload
 *            the function's output, or the JSON document of its error
 */
@SuppressWarnings("ArrayRecordComponent") // Passed through once; nobody compares results.
public record InvocationResult(int statusCode, Optional<String> functionError, byte[] payload) {
    /** Whether the function ran to its end and returned an output. */
    public boolean succeeded() {
        return statusCode < 300 && functionError.isEmpty();
    }
}
