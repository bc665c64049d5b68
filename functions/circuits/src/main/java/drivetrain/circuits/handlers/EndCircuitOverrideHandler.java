package drivetrain.circuits.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.circuits.CircuitsComponent;
import drivetrain.circuits.application.EndCircuitOverride;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * {@code DELETE /circuits/{dependency}/{operation}/override} (staff): the circuit goes by itself
 * again.
 */
public final class EndCircuitOverrideHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public EndCircuitOverrideHandler() {
        this(CircuitsComponent.deployed().endCircuitOverride());
    }

    public EndCircuitOverrideHandler(Map<String, String> environment) {
        this(CircuitsComponent.of(environment).endCircuitOverride());
    }

    EndCircuitOverrideHandler(EndCircuitOverride useCase) {
        this.function = new ApiFunction(request -> answer(request, useCase));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, EndCircuitOverride useCase) {
        var operator = request.requireStaff().customerId();
        var circuit = CircuitView.named(request);
        return useCase.end(circuit, operator)
                ? ApiResponse.empty(204)
                : ApiResponse.problem(CircuitView.unknown(circuit));
    }
}
