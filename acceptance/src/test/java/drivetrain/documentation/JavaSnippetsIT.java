package drivetrain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.testing.DynamoDbLocal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every example of Java in the documentation compiles, runs, and is right. */
class JavaSnippetsIT {
    private static final int EXCEPTIONS = 5;

    @RegisterExtension
    static final DynamoDbLocal DATABASE = new DynamoDbLocal();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() {
        return Pages.blocks("java").stream()
                .filter(block -> !block.isLeftOut())
                .map(block -> DynamicTest.dynamicTest(block.place(), block.uri(),
                        () -> new SnippetClass(block).run(
                                Files.createTempDirectory(folder, "snippet"),
                                new Surroundings(DATABASE.client()).emptied())));
    }

    @Test
    void fewExamplesAreLeftOutAndEachSaysWhy() {
        var leftOut = Pages.blocks("java").stream().filter(Block::isLeftOut).toList();

        assertThat(leftOut).hasSizeLessThanOrEqualTo(EXCEPTIONS)
                .allMatch(block -> block.isMarked(Mark.Kind.NOT_RUN));
    }
}
