package drivetrain.lambda;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads a function's configuration from its environment variables, and fails once, naming every
 * variable that is missing or malformed.
 *
 * <p>A required variable never has a default: a function that would talk to a table of a guessed
 * name must not start.
 */
public final class Environment {
    private final Map<String, String> variables;
    private final TreeSet<String> problems = new TreeSet<>();

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * Builds a configuration record.
     *
     * @param variables the environment, such as {@code System.getenv()}
     * @param configuration reads each variable; on a problem it gets a placeholder ({@code null},
     *     zero), and what it makes is thrown away
     * @throws InvalidEnvironment naming every problem
     */
    public static <T> T read(Map<String, String> variables,
            Function<Environment, T> configuration) {
        var environment = new Environment(variables);
        T made;
        try {
            made = configuration.apply(environment);
        } catch (RuntimeException rejected) {
            environment.requireNoProblems();
            throw new InvalidEnvironment(rejected.getMessage(), rejected);
        }
        environment.requireNoProblems();
        return made;
    }

    /** A variable's text; missing or blank is a problem. */
    public String text(String name) {
        return parse(name, text -> text);
    }

    /** A whole number of milliseconds, more than zero. */
    public Duration millis(String name) {
        return parse(name, text -> Duration.ofMillis(positive(text)));
    }

    /** A whole number of minutes, more than zero. */
    public Duration minutes(String name) {
        return parse(name, text -> Duration.ofMinutes(positive(text)));
    }

    /** An absolute URI. */
    public URI uri(String name) {
        return parse(name, text -> {
            var uri = URI.create(text);
            if (!uri.isAbsolute()) {
                throw new IllegalArgumentException("not absolute");
            }
            return uri;
        });
    }

    /** A variable of a type of one's own; a parser that throws makes it a problem. */
    public <T> T parse(String name, Function<String, T> parser) {
        var text = variables.get(name);
        if (text == null || text.isBlank()) {
            problems.add(name + " is missing");
            return null;
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException malformed) {
            problems.add(name + " is malformed (" + malformed.getMessage() + ")");
            return null;
        }
    }

    private static long positive(String text) {
        long number = Long.parseLong(text);
        if (number <= 0) {
            throw new IllegalArgumentException("must be more than zero");
        }
        return number;
    }

    private void requireNoProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidEnvironment(String.join("; ", problems), null);
        }
    }
}
