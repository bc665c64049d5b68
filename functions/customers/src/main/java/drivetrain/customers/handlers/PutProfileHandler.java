package drivetrain.customers.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.customers.CustomersComponent;
import drivetrain.customers.application.PutProfile;
import drivetrain.customers.application.PutProfile.Outcome;
import drivetrain.lambda.ApiFunction;
import drivetrain.lambda.ApiResponse;
import drivetrain.lambda.Problem;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** {@code PUT /me}: replaces the caller's own profile, if it is still what the caller has seen. */
public final class PutProfileHandler implements RequestStreamHandler {
    private final ApiFunction function;

    public PutProfileHandler() {
        this(CustomersComponent.deployed());
    }

    /** Over environment variables other than the process's. */
    public PutProfileHandler(Map<String, String> environment) {
        this(CustomersComponent.of(environment));
    }

    private PutProfileHandler(CustomersComponent component) {
        this(component.putProfile());
    }

    PutProfileHandler(PutProfile putProfile) {
        this.function = new ApiFunction(request -> {
            var caller = request.requireCaller();
            long expected = EntityTag.expected(request);
            var details = request.body(ProfileBody.TYPE).toDetails();
            return answer(putProfile.put(caller.customerId(), details, expected,
                    request.correlationId()));
        });
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        function.handle(input, output, context);
    }

    private static ApiResponse answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored stored -> ProfileView.answer(stored.profile());
            case Outcome.Stale _ -> ApiResponse.problem(Problem.of(412, "precondition-failed",
                    "Somebody else was faster",
                    "The profile has changed since you read it: read it again."));
        };
    }
}
