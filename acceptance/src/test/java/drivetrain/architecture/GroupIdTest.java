package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One groupId for everything that is published. Maven wants a constant in each {@code <parent>};
 * everything else of a POM takes it from there. {@code scripts/group-id} changes it.
 */
class GroupIdTest {
    private static final Pattern OWN = Pattern.compile("(?m)^    <groupId>(.+)</groupId>$");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>.*?</parent>");
    private static final Pattern IN_XML = Pattern
            .compile("<groupId>([^<]+)</groupId>\\s*<artifactId>drivetrain(?:-[a-z-]+)?</");
    private static final Pattern IN_TEXT = Pattern
            .compile("([a-z][\\w.-]*\\.[a-z][\\w-]*)[:/]drivetrain-[a-z]");
    private static final String INHERITED = "${project.groupId}";
    private static final Set<String> NOT_OURS = Set.of(".git", ".ci", "node_modules", "target");
    private static final List<String> TEXTS = List.of(".xml", ".md", ".yaml", ".yml", ".json",
            ".toml", ".kts", ".gradle", ".sh", ".py");

    @Test
    void aModuleNamesTheGroupInItsParentAlone() {
        String group = group();

        assertThat(modules()).hasSizeGreaterThan(20);
        for (Path pom : modules()) {
            String text = text(pom);
            assertThat(PARENT.matcher(text).results().map(MatchResult::group))
                    .as("%s: its parent's group", pom).singleElement().asString()
                    .contains("<groupId>" + group + "</groupId>");
            assertThat(PARENT.matcher(text).replaceAll(""))
                    .as("%s says %s for all else", pom, INHERITED).doesNotContain(group);
        }
    }

    @Test
    void nothingNamesAnArtifactOfOursInAnotherGroup() {
        List<Path> files = files();

        assertThat(files).anyMatch(file -> file.endsWith("examples/library/pom.xml"))
                .anyMatch(file -> file.endsWith("docs/releasing.md"));
        for (Path file : files) {
            assertThat(groups(text(file))).as("groups of our artifacts in %s", file)
                    .isSubsetOf(group(), INHERITED);
        }
    }

    private static Stream<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static List<String> groups(String text) {
        return Stream.concat(named(IN_XML, text), named(IN_TEXT, text)).distinct().toList();
    }

    private static String group() {
        return named(OWN, text(Project.path("pom.xml"))).findFirst().orElseThrow();
    }

    /** The POMs that have a parent: not the root's, nor that of a project of somebody else. */
    private static List<Path> modules() {
        return files().stream().filter(file -> file.endsWith("pom.xml"))
                .filter(file -> !file.equals(Project.path("pom.xml")))
                .filter(file -> !file.startsWith(Project.path("examples"))).toList();
    }

    /** What somebody wrote that may name an artifact; scripts have no ending. */
    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(Project.path(""), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
                    String name = file.getFileName().toString();
                    if (TEXTS.stream().anyMatch(name::endsWith)
                            || file.startsWith(Project.path("scripts"))) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
