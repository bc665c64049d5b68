package drivetrain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String PAGE = """
            # A page

            <!-- needs AWS: it asks
                 an account -->
            ```sh
            aws s3 ls
            ```

            <!-- a note -->
            ```sh
            echo
            ```

            - in a list:

              <!-- fixture: ACarrier -->
              ```java
              int one = 1;
              ```
            """;

    @Test
    void findsBlocksWithTheirPlacesAndMarks() {
        var blocks = Pages.read("page.md", PAGE);

        assertThat(blocks).extracting(Block::place).containsExactly("page.md:6", "page.md:11",
                "page.md:18");
        assertThat(blocks).extracting(Block::language).containsExactly("sh", "sh", "java");
        assertThat(blocks).extracting(Block::mark).containsExactly(
                Optional.of(new Mark(Mark.Kind.NEEDS_AWS, "it asks an account")), Optional.empty(),
                Optional.of(new Mark(Mark.Kind.FIXTURE, "ACarrier")));
        assertThat(blocks).extracting(Block::isLeftOut).containsExactly(true, false, false);
    }

    @Test
    void aReasonMustBeGiven() {
        assertThat(Mark.in("<!-- needs AWS: -->")).isEmpty();
        assertThat(Mark.in("<!-- needs AWS -->")).isEmpty();
        assertThat(Mark.in("<!-- needs GCP: no -->")).isEmpty();
    }

    @Test
    void readsEveryPageOfTheProject() {
        assertThat(Pages.all()).contains("README.md", "docs/testing.md",
                "patterns/outbox/README.md", "local/stand-ins/README.md");
        assertThat(Pages.blocks("java")).hasSizeGreaterThan(10);
        assertThat(Pages.blocks("sh")).hasSizeGreaterThan(30);
    }
}
