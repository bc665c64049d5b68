package drivetrain.customers.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.customers.CustomersComponent;
import drivetrain.customers.application.GetProfile;
import drivetrain.lambda.ApiFunction;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code GET /me}: the caller's own profile, which may be empty. */
public final class GetProfileHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public GetProfileHandler() {
        this(CustomersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public GetProfileHandler(Map<String, String> environment) {
        this(CustomersComponent.of(environment));
    }

    private GetProfileHandler(CustomersComponent component) {
        this(component.getProfile());
    }

    GetProfileHandler(GetProfile getProfile) {
        this.function = new ApiFunction(request -> ProfileView
                .answer(getProfile.get(request.requireCaller().customerId())));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }
}
