package drivetrain.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Library jars taken out of deployment packages; the same jar in several packages once. */
final class LibraryStore {
    private final Path folder;
    private final ConcurrentMap<Library, Path> stored = new ConcurrentHashMap<>();

    LibraryStore(Path folder) {
        this.folder = folder;
    }

    /** A jar's identity: file name, and checksum and size of its content. */
    record Library(String name, long crc, long size) {
        String fileName() {
            return Long.toHexString(crc) + "-" + size + "-" + name;
        }
    }

    Library store(ZipFile archive, ZipEntry entry) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Library library = new Library(name, entry.getCrc(), entry.getSize());
        stored.computeIfAbsent(library, key -> extract(archive, entry, key));
        return library;
    }

    Path path(Library library) {
        return stored.get(library);
    }

    private Path extract(ZipFile archive, ZipEntry entry, Library library) {
        Path target = folder.resolve(library.fileName());
        try (InputStream content = archive.getInputStream(entry)) {
            Files.copy(content, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't take " + entry.getName() + " out of "
                    + archive.getName(), e);
        }
    }
}
