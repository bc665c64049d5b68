package drivetrain.circuits.handlers;

import drivetrain.circuits.domain.CircuitName;
import drivetrain.circuits.domain.CircuitStatus;
import drivetrain.circuits.domain.Decision;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.Problem;
import io.avaje.jsonb.Json;
import java.time.Instant;

/** A circuit as operators see it. */
@Json
record CircuitView(String circuit, String dependency, String operation, String state, Instant since,
        Instant retryAt, int failures, OverrideView override) {

    /** What an operator has decided. */
    @Json
    record OverrideView(String mode, String reason, String by, Instant from, Instant until) {
        static OverrideView of(Decision decision) {
            return new OverrideView(decision.mode().name(), decision.reason(),
                    decision.by().value(), decision.from(), decision.until());
        }
    }

    static CircuitView of(CircuitStatus status) {
        var name = status.name();
        return new CircuitView(name.value(), name.dependency(), name.operation(),
                status.state().name(), status.since().orElse(null), status.retryAt().orElse(null),
                status.failures(), status.decision().map(OverrideView::of).orElse(null));
    }

    /** The circuit that a request's path names; 404 if it can't be one's name. */
    static CircuitName named(ApiRequest request) {
        return request.path("dependency", dependency -> new CircuitName(dependency,
                request.pathParameters().get("operation")));
    }

    static Problem unknown(CircuitName name) {
        return Problem.notFound("There is no circuit " + name.value() + ".");
    }
}
