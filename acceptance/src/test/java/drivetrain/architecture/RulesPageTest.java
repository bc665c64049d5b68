package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that says which test holds a rule names tests that there are. */
class RulesPageTest {
    private static final Pattern NAMED = Pattern.compile("`(?:[A-Z]\\w+\\.)?([a-z]\\w{11,})…?`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");
    private static final int SOME_TESTS = 30;

    @Test
    void everyTestThatTheBreakersPageNamesExists() throws IOException {
        String page = Files.readString(Project.path("docs/circuit-breaker.md"));
        String rules = page.substring(page.indexOf("## The rules"),
                page.indexOf("## What it doesn't do"));
        List<String> named = NAMED.matcher(rules).results().map(found -> found.group(1)).toList();
        Set<String> tests = tests();

        assertThat(named).hasSizeGreaterThan(SOME_TESTS);
        assertThat(named.stream()
                .filter(name -> tests.stream().noneMatch(test -> test.startsWith(name))))
                .as("names of tests that there aren't").isEmpty();
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Project.path("."))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/java/"))
                    .map(RulesPageTest::text)
                    .flatMap(text -> METHOD.matcher(text).results().map(
                            (MatchResult found) -> found.group(1)))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
