package drivetrain.circuits.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.circuits.CircuitsComponent;
import drivetrain.circuits.application.ListCircuits;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** {@code GET /circuits} (staff): how every circuit stands. */
public final class ListCircuitsHandler implements RequestStreamHandler {
    private static final JsonType<CircuitList> LIST = JsonTypes.strict(CircuitList.class);

    private final ApiFunction function;

    @Json
    record CircuitList(List<CircuitView> circuits) {}

    public ListCircuitsHandler() {
        this(CircuitsComponent.deployed().listCircuits());
    }

    public ListCircuitsHandler(Map<String, String> environment) {
        this(CircuitsComponent.of(environment).listCircuits());
    }

    ListCircuitsHandler(ListCircuits useCase) {
        this.function = new ApiFunction(request -> answer(request, useCase));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(ApiRequest request, ListCircuits useCase) {
        request.requireStaff();
        return ApiResponse.json(200, LIST,
                new CircuitList(useCase.list().stream().map(CircuitView::of).toList()));
    }
}
