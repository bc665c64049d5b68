package drivetrain.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells {@code ./start} and its like that everything is built, as it is when these tests run, so
 * that they don't build inside of a build. Afterwards it is as it was.
 */
final class BuiltStamp implements AutoCloseable {
    private static final Path STAMP = ProjectFolder.path("target/built");

    private final Optional<FileTime> before;

    BuiltStamp() throws IOException {
        before = Files.exists(STAMP)
                ? Optional.of(Files.getLastModifiedTime(STAMP))
                : Optional.empty();
        Files.createDirectories(STAMP.getParent());
        if (before.isEmpty()) {
            Files.createFile(STAMP);
        }
        Files.setLastModifiedTime(STAMP, FileTime.from(Instant.now()));
    }

    @Override
    public void close() throws IOException {
        if (before.isPresent()) {
            Files.setLastModifiedTime(STAMP, before.get());
        } else {
            Files.delete(STAMP);
        }
    }
}
