package drivetrain.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project is, whichever module's folder the tests run in. */
final class ProjectFolder {
    private ProjectFolder() {}

    /** A folder of the project, by its path from the project's root. */
    static Path of(String folder) {
        Path above = Path.of("").toAbsolutePath();
        while (above != null && !Files.isDirectory(above.resolve(folder))) {
            above = above.getParent();
        }
        if (above == null) {
            throw new IllegalStateException("Run this inside the project");
        }
        return above.resolve(folder);
    }
}
