package drivetrain.circuits.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.circuits.CircuitsComponent;
import drivetrain.circuits.application.OverrideCircuit;
import drivetrain.circuits.domain.CircuitStatus;
import drivetrain.circuits.domain.Decision;
import drivetrain.kernel.CustomerId;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Problem;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * {@code PUT /circuits/{dependency}/{operation}/override} (staff): a circuit is forced open, or
 * disabled, for some minutes and for a reason.
 */
public final class OverrideCircuitHandler implements RequestStreamHandler {
    private static final JsonType<Wish> WISH = JsonTypes.strict(Wish.class);
    private static final JsonType<CircuitView> VIEW = JsonTypes.strict(CircuitView.class);

    private final ApiFunction function;

    @Json
    record Wish(String mode, Integer minutes, String reason) {
        Decision.Mode decided() {
            if (mode == null || minutes == null) {
                throw new IllegalArgumentException("mode and minutes are needed");
            }
            return Decision.Mode.valueOf(mode);
        }
    }

    public OverrideCircuitHandler() {
        this(CircuitsComponent.deployed().overrideCircuit());
    }

    public OverrideCircuitHandler(Map<String, String> environment) {
        this(CircuitsComponent.of(environment).overrideCircuit());
    }

    OverrideCircuitHandler(OverrideCircuit useCase) {
        this.function = new ApiFunction(request -> answer(request, useCase));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, OverrideCircuit useCase) {
        var operator = request.requireStaff().customerId();
        var circuit = CircuitView.named(request);
        return decided(request, operator, useCase)
                .map(status -> ApiResponse.json(200, VIEW, CircuitView.of(status)))
                .orElseGet(() -> ApiResponse.problem(CircuitView.unknown(circuit)));
    }

    private static Optional<CircuitStatus> decided(ApiRequest request, CustomerId operator,
            OverrideCircuit useCase) {
        var wish = request.body(WISH);
        try {
            return useCase.override(CircuitView.named(request), wish.decided(),
                    Duration.ofMinutes(wish.minutes()), wish.reason(), operator);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Problem.badRequest(wrong.getMessage()));
        }
    }
}
