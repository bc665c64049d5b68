package drivetrain.documentation;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the checkout. */
final class ProjectFolder {
    private static final Path ROOT = find();

    private ProjectFolder() {}

    static Path root() {
        return ROOT;
    }

    /** A file or folder, by its path from the root. */
    static Path path(String name) {
        return ROOT.resolve(name);
    }

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("template.yaml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("Run this inside the project");
        }
        return folder;
    }
}
