package drivetrain.documentation;

import java.net.URI;
import java.util.Optional;

/**
 * A fenced block of a page.
 *
 * @param page the page's path from the project's root
 * @param line the page's line of the first line of the text
 * @param language what the fence says, such as {@code java}
 */
record Block(String page, int line, String language, String text, Optional<Mark> mark) {
    /** Where a line of the text stands; the text's lines count from 1. */
    String place(long lineOfText) {
        return page + ":" + (line + lineOfText - 1);
    }

    String place() {
        return place(1);
    }

    /** Where an IDE finds it. */
    URI uri() {
        return ProjectFolder.path(page).toUri().resolve("?line=" + line);
    }

    boolean isMarked(Mark.Kind kind) {
        return mark.filter(found -> found.kind() == kind).isPresent();
    }

    /** Whether a mark says that a test can't run it. */
    boolean isLeftOut() {
        return mark.filter(found -> found.kind() != Mark.Kind.FIXTURE).isPresent();
    }
}
