package drivetrain.customers.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects all that is wrong with a part of a profile. */
final class Rules {
    private final List<Violation> violations = new ArrayList<>();

    /** A text that must be there. */
    Rules text(String field, String value, int maxLength) {
        if (value == null) {
            return violated(field, "is missing");
        }
        boolean printable = !value.isBlank() && value.codePoints().noneMatch(Rules::isControl);
        return require(printable && value.length() <= maxLength, field,
                "must be 1 to " + maxLength + " printable characters");
    }

    /** A text that may be missing, but not blank. */
    Rules optional(String field, Optional<String> value, int maxLength) {
        value.ifPresent(text -> text(field, text, maxLength));
        return this;
    }

    Rules matches(String field, String value, Pattern pattern, String what) {
        return require(value != null && pattern.matcher(value).matches(), field,
                "must be " + what);
    }

    Rules require(boolean holds, String field, String otherwise) {
        return holds ? this : violated(field, otherwise);
    }

    /** Nothing, if nothing was found. */
    void check() {
        if (!violations.isEmpty()) {
            throw new InvalidProfile(violations);
        }
    }

    private Rules violated(String field, String detail) {
        violations.add(new Violation(field, detail));
        return this;
    }

    /** Also lone surrogates and direction marks, which make a text look like another. */
    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                    Character.PRIVATE_USE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
