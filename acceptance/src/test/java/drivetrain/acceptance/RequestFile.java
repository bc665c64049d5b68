package drivetrain.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The requests of {@code api/drivetrain.http}. */
final class RequestFile {
    private static final Pattern REQUEST = Pattern.compile(
            "### (?<title>.*)\n(?<method>[A-Z]+) (?<target>\\S+(\n +[?&]\\S+)*)\n"
                    + "(?<headers>(\\S+: .*\n)*)(\n(?<rest>(?s:.*)))?");
    private static final Pattern STATUS = Pattern.compile("\\b[1-5][0-9]{2}\\b");

    private RequestFile() {}

    /**
     * A request.
     *
     * @param target
     *            with its variables in double braces
     * @param headers
     *            by their names in lower case
     * @param rest
     *            the body, and the script that reads the answer
     */
    record Entry(String title, String method, String target, Map<String, String> headers,
            String rest) {
        Entry {
            headers = Map.copyOf(headers);
        }

        /** Whether it goes to the API. */
        boolean calls(Operation operation) {
            return method.equals(operation.method())
                    && path().matches(operation.path().replaceAll("\\{[^}]*}", "[^/]+"));
        }

        private String path() {
            return target.replaceFirst("\\{\\{api}}", "").replaceAll("(?s)\\s*\\?.*", "");
        }

        /** What its title says that it is answered with. */
        List<Integer> statuses() {
            Matcher end = Pattern.compile("\\(([^()]*)\\)$").matcher(title);
            return end.find()
                    ? STATUS.matcher(end.group(1)).results()
                            .map(status -> Integer.valueOf(status.group())).toList()
                    : List.of();
        }

        @Override
        public String toString() {
            return "\"" + title + "\" of api/drivetrain.http";
        }
    }

    /** All of them, those that get tokens included. */
    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String part : text().split("(?m)^(?=### )", -1)) {
            Matcher request = REQUEST.matcher(part.stripTrailing() + "\n");
            if (request.matches()) {
                entries.add(new Entry(request.group("title"), request.group("method"),
                        request.group("target"), headers(request.group("headers")),
                        String.valueOf(request.group("rest"))));
            } else if (!part.startsWith("# ")) {
                throw new IllegalStateException("api/drivetrain.http can't be read: " + part);
            }
        }
        return entries;
    }

    private static String text() {
        Path file = LocalSystem.templateOfThisProject().resolveSibling("api/drivetrain.http");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(String lines) {
        return lines.lines().map(line -> line.split(": ", 2)).collect(Collectors.toMap(
                header -> header[0].toLowerCase(Locale.ROOT), header -> header[1],
                (first, second) -> first + ", " + second, TreeMap::new));
    }
}
