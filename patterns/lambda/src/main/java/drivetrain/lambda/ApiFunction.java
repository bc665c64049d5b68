package drivetrain.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import drivetrain.kernel.TransientFault;
import io.avaje.json.JsonDataException;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A function behind API Gateway's REST proxy integration.
 *
 * <p>It always answers: a {@link BadRequest} with its problem, a {@link TransientFault} with 503 and
 * {@code Retry-After}, a body of more than 32,000 characters with 413, anything else with 500 and nothing of the exception's text. Every answer
 * carries {@code X-Correlation-Id} and the headers that keep browsers and caches from misusing it.
 */
public final class ApiFunction {
    static final String CORRELATION_ID = "X-Correlation-Id";

    private static final JsonType<ProxyEvent> EVENT = JsonTypes.tolerant(ProxyEvent.class);
    private static final JsonType<ProxyResponse> RESPONSE = JsonTypes.strict(ProxyResponse.class);

    private final BiFunction<ApiRequest, Log, ApiResponse> endpoint;

    public ApiFunction(Function<ApiRequest, ApiResponse> endpoint) {
        this((request, _) -> endpoint.apply(request));
    }

    /** For an endpoint that has more to say than its answer: a metric, a warning. */
    public ApiFunction(BiFunction<ApiRequest, Log, ApiResponse> endpoint) {
        this.endpoint = endpoint;
    }

    /** One invocation. */
    public void handle(InputStream input, OutputStream output, Context context) {
        var response = read(input).map(event -> answer(event, context))
                .orElseGet(() -> EdgeHeaders.on(ApiResponse.problem(Problem.tooLarge()),
                        Optional.empty()));
        RESPONSE.toJson(ProxyResponse.of(response), output);
    }

    /**
     * The event; empty if its body is too long. API Gateway sends nothing that isn't an event, so
     * all that the parser can object to is a text beyond its buffer of 32,768 characters.
     */
    private static Optional<ProxyEvent> read(InputStream input) {
        try {
            return Optional.of(EVENT.fromJson(input)).filter(ProxyEvent::isOfBearableSize);
        } catch (JsonDataException beyondItsBuffer) {
            return Optional.empty();
        }
    }

    private ApiResponse answer(ProxyEvent event, Context context) {
        var request = event.toRequest();
        var own = request.correlationId().value();
        var response = answer(request, new Log(context).following(own));
        return EdgeHeaders.on(response.with(CORRELATION_ID, flow(response).orElse(own)),
                event.allowedOrigin());
    }

    private ApiResponse answer(ApiRequest request, Log log) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("method", request.method());
        fields.put("path", request.path());
        try {
            var response = endpoint.apply(request, log);
            flow(response).map(log::following).orElse(log).info("answered",
                    with(fields, response.status()));
            return response;
        } catch (BadRequest refused) {
            log.info("refused", with(fields, refused.problem().status()));
            return ApiResponse.problem(refused.problem());
        } catch (TransientFault fault) {
            fields.put("cause", fault.getMessage());
            log.warn("unavailable", with(fields, 503));
            return ApiResponse.problem(Problem.unavailable()).with("Retry-After", "1");
        } catch (RuntimeException bug) {
            log.error("failed", with(fields, 500), bug);
            return ApiResponse.problem(Problem.internal(request.requestId()));
        }
    }

    private static Optional<String> flow(ApiResponse response) {
        return Optional.ofNullable(response.headers().get(CORRELATION_ID));
    }

    private static Map<String, Object> with(Map<String, Object> fields, int status) {
        fields.put("status", status);
        return fields;
    }
}
