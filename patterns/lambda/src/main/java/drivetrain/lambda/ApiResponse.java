package drivetrain.lambda;

import drivetrain.kernel.CorrelationId;
import io.avaje.jsonb.JsonType;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP answer.
 *
 * @param headers by name; never null
 * @param body text in UTF-8; empty for none
 */
public record ApiResponse(int status, Map<String, String> headers, String body) {
    private static final JsonType<Problem> PROBLEM = JsonTypes.strict(Problem.class);

    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    public static <T> ApiResponse json(int status, JsonType<T> type, T value) {
        return new ApiResponse(status, Map.of("Content-Type", "application/json"),
                type.toJson(value));
    }

    public static ApiResponse problem(Problem problem) {
        return new ApiResponse(problem.status(),
                Map.of("Content-Type", "application/problem+json"), PROBLEM.toJson(problem));
    }

    public static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), "");
    }

    /** The same answer, said to belong to an older flow than the request seemed to. */
    public ApiResponse following(CorrelationId flow) {
        return with(ApiFunction.CORRELATION_ID, flow.value());
    }

    /** The same answer with one header more. */
    public ApiResponse with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new ApiResponse(status, more, body);
    }
}
