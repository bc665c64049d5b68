package drivetrain.orders.handlers;

import drivetrain.lambda.Problem;
import drivetrain.lambda.Problem.Violation;
import drivetrain.orders.domain.Quote.Reason;
import java.util.List;

/** Says why an order can't be placed. */
final class Refusals {
    private Refusals() {}

    static Problem problem(List<Reason> reasons) {
        return Problem.unprocessable("The products can't be ordered like that.",
                reasons.stream().map(Refusals::violation).toList());
    }

    private static Violation violation(Reason reason) {
        return new Violation(reason.line() == Reason.WHOLE_ORDER
                ? "/lines"
                : "/lines/" + reason.line() + "/sku", reason.detail());
    }
}
