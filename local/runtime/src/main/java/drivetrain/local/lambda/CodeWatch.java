package drivetrain.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Notices rebuilt packages. It looks at a handful of files twice a second rather than watch
 * folders, because a build may remove a package's folder and make it anew. A file counts as
 * complete when it hasn't changed between two looks and is a readable zip.
 */
final class CodeWatch {
    private final Map<Path, Stamp> loaded = new HashMap<>();
    private final Map<Path, Stamp> seen = new HashMap<>();
    private final Consumer<Path> replaced;

    CodeWatch(Set<Path> codes, Consumer<Path> replaced) {
        this.replaced = replaced;
        codes.stream().filter(Files::isRegularFile)
                .forEach(code -> loaded.put(code, stamp(code)));
    }

    private record Stamp(FileTime modified, long size) {
        private static final Stamp MISSING = new Stamp(FileTime.fromMillis(0), -1);
    }

    /** One look at every package. */
    void look() {
        loaded.forEach((code, before) -> {
            Stamp now = stamp(code);
            Stamp last = seen.put(code, now);
            if (!now.equals(before) && now.equals(last) && isComplete(code)) {
                loaded.put(code, now);
                replaced.accept(code);
            }
        });
    }

    private static Stamp stamp(Path code) {
        try {
            return new Stamp(Files.getLastModifiedTime(code), Files.size(code));
        } catch (NoSuchFileException e) {
            return Stamp.MISSING;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't look at " + code, e);
        }
    }

    private static boolean isComplete(Path code) {
        if (!Files.exists(code)) {
            return false;
        }
        try (ZipFile archive = new ZipFile(code.toFile())) {
            return archive.size() > 0;
        } catch (ZipException stillWritten) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + code, e);
        }
    }
}
