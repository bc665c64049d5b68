package drivetrain.documentation;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a comment above a block says of it.
 *
 * @param text the reason, or a fixture's name
 */
record Mark(Kind kind, String text) {
    private static final Pattern COMMENT = Pattern.compile("<!--\\s*(%s): *(\\S.*?)\\s*-->"
            .formatted(Arrays.stream(Kind.values()).map(Kind::words)
                    .collect(Collectors.joining("|"))),
            Pattern.DOTALL);

    /** The marks that there are. */
    enum Kind {
        /** An example of Java stands in a class of this name. */
        FIXTURE("fixture"),
        /** A block isn't run, for this reason. */
        NOT_RUN("not run"),
        /** It asks AWS itself, or a provider. */
        NEEDS_AWS("needs AWS"),
        /** It starts containers. */
        NEEDS_DOCKER("needs Docker"),
        /** It acts in a person's name: a key, an upload. */
        NEEDS_AN_OWNER("needs an owner"),
        /** It builds the project or drives load through it, for minutes. */
        HEAVY("heavy");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        private static Kind of(String words) {
            return Arrays.stream(values()).filter(kind -> kind.words.equals(words)).findFirst()
                    .orElseThrow();
        }
    }

    /** The mark in a comment, if it is one. */
    static Optional<Mark> in(String comment) {
        Matcher found = COMMENT.matcher(comment.strip());
        return found.matches()
                ? Optional.of(new Mark(Kind.of(found.group(1)),
                        found.group(2).replaceAll("\\s+", " ")))
                : Optional.empty();
    }
}
