package drivetrain.customers.handlers;

import drivetrain.customers.domain.InvalidProfile;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.Problem;
import drivetrain.lambda.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a body's parts one after the other, and keeps all that is wrong with any of them. */
final class Checks {
    private final List<Violation> violations = new ArrayList<>();

    /** A part of the body's top level; nothing if it isn't right. */
    <T> Optional<T> part(Supplier<T> part) {
        return made("/", part);
    }

    /** A part within another; nothing if it isn't right. */
    <T> Optional<T> part(String parent, Supplier<T> part) {
        return made("/" + parent + "/", part);
    }

    /**
     * What was made of the body.
     *
     * @throws BadRequest (422) naming all that is wrong
     */
    <T> T passed(Optional<T> whole) {
        return whole.filter(_ -> violations.isEmpty()).orElseThrow(() -> new BadRequest(
                Problem.unprocessable("The profile isn't right.", violations)));
    }

    private <T> Optional<T> made(String prefix, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (InvalidProfile invalid) {
            invalid.violations().forEach(violation -> violations
                    .add(new Violation(prefix + violation.field(), violation.detail())));
            return Optional.empty();
        }
    }
}
