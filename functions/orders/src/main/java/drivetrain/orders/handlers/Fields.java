package drivetrain.orders.handlers;

import drivetrain.lambda.BadRequest;
import drivetrain.lambda.Problem;
import java.util.Optional;

/** Checks the fields of a body; what is wrong is a {@link BadRequest} (400) that says where. */
final class Fields {
    private Fields() {}

    static String required(String field, String value, int maxLength) {
        return optional(field, value, maxLength)
                .orElseThrow(() -> wrong(field + " is missing"));
    }

    static Optional<String> optional(String field, String value, int maxLength) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.isBlank() || value.length() > maxLength
                || value.chars().anyMatch(Character::isISOControl)) {
            throw wrong(field + " must be 1 to " + maxLength + " printable characters");
        }
        return Optional.of(value);
    }

    static <T> T present(String field, T value) {
        if (value == null) {
            throw wrong(field + " is missing");
        }
        return value;
    }

    static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw wrong(otherwise);
        }
    }

    private static BadRequest wrong(String detail) {
        return new BadRequest(Problem.badRequest(detail + "."));
    }
}
