package drivetrain.documentation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an example is told by the page's line. */
class SnippetClassTest {
    @TempDir
    Path folder;

    @Test
    void passesAnExampleThatHolds() {
        assertThatCode(() -> run("assertThat(Duration.ofHours(1)).hasMinutes(60);\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void tellsTheLineThatDoesNotCompile() {
        assertThatThrownBy(() -> run("int one = 1;\n\nString two = one;\n"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("page.md:12: ")
                .hasMessageContaining("incompatible types");
    }

    @Test
    void tellsTheLineThatIsWrong() {
        assertThatThrownBy(() -> run("int one = 1;\nassertThat(one).isEqualTo(2);\n"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("page.md:11: ")
                .hasMessageContaining("expected: 2");
    }

    @Test
    void hasNothingButImportsAndItsFixture() {
        assertThatThrownBy(() -> run("carrier.quote(\"parcel\");\n"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("cannot find symbol");
    }

    private void run(String text) throws Exception {
        new SnippetClass(new Block("page.md", 10, "java", text, Optional.empty())).run(folder,
                new Surroundings(null));
    }
}
