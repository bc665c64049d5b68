package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision records have the form of MADR 4, and their index shows them as they are. */
class DecisionRecordsTest {
    private static final String FOLDER = "docs/decisions";
    private static final Pattern NAME = Pattern.compile("([0-9]{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");
    private static final Pattern HEAD = Pattern.compile("""
            \\A---
            status: (.+)
            date: ([0-9]{4}-[0-9]{2}-[0-9]{2})
            ---

            # ([1-9][0-9]*)\\. (.+)
            """);
    private static final Pattern STATUS = Pattern.compile("proposed|accepted|rejected|deprecated"
            + "|superseded by \\[decision [0-9]+]\\(([0-9a-z.-]+)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [0-9]+ \\|.*$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{2,} .*$");
    private static final List<String> SECTIONS = List.of("## Context and Problem Statement",
            "## Decision Drivers", "## Considered Options", "## Decision Outcome",
            "### Consequences", "### Confirmation", "## Pros and Cons of the Options",
            "## More Information");

    static Stream<Named<Path>> records() {
        return files().map(file -> Named.of(file.getFileName().toString(), file));
    }

    @Test
    void recordsAreNumberedFromOneWithoutAGap() {
        assertThat(files()).allSatisfy(file -> assertThat(file.getFileName().toString())
                .matches(NAME));

        assertThat(files().map(DecisionRecordsTest::number)).hasSizeGreaterThan(10)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, (int) files().count()).boxed()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordHasATitleWithItsNumberAndAStatusOfMadr(Path file) {
        MatchResult head = head(file);

        assertThat(Integer.parseInt(head.group(3))).as("the number in the title")
                .isEqualTo(number(file));
        assertThat(head.group(1)).as("the status").matches(STATUS);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordThatIsSupersededNamesTheOneThatHolds(Path file) {
        var status = STATUS.matcher(head(file).group(1));

        if (status.matches() && status.group(1) != null) {
            assertThat(file.resolveSibling(status.group(1))).exists().isNotEqualTo(file);
        }
    }

    /** The day that it is somewhere on Earth may be tomorrow's here. */
    @ParameterizedTest
    @MethodSource("records")
    void aRecordIsOfADayThatHasBegun(Path file) {
        assertThat(LocalDate.parse(head(file).group(2)))
                .isBeforeOrEqualTo(LocalDate.now(ZoneOffset.MAX));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordHasTheSectionsOfMadrInItsOrderAndNoOthers(Path file) {
        List<String> headings = HEADING.matcher(text(file)).results()
                .map(MatchResult::group).toList();

        assertThat(headings).contains("## Context and Problem Statement", "## Decision Outcome")
                .containsExactlyElementsOf(SECTIONS.stream().filter(headings::contains).toList());
    }

    @Test
    void theIndexShowsEveryRecordAsItIs() {
        List<String> rows = ROW.matcher(text(Project.path(FOLDER + "/README.md")))
                .results().map(MatchResult::group).toList();

        assertThat(rows).containsExactlyElementsOf(
                files().map(DecisionRecordsTest::row).toList());
    }

    private static Stream<Path> files() {
        return Project.files(FOLDER, ".md").stream()
                .filter(file -> !file.endsWith("README.md"));
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().substring(0, 4));
    }

    private static String row(Path file) {
        MatchResult head = head(file);
        return "| " + head.group(3) + " | [" + head.group(4) + "](" + file.getFileName() + ") | "
                + head.group(2) + " | " + head.group(1) + " |";
    }

    private static MatchResult head(Path file) {
        return HEAD.matcher(text(file)).results().findFirst().orElseThrow(
                () -> new AssertionError(file.getFileName() + " doesn't begin with status, date and"
                        + " title, as docs/decisions/README.md shows it"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
