package drivetrain.local.lambda;

import drivetrain.local.lambda.LibraryStore.Library;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A deployment package ready to be loaded. It is copied out of its zip, so that the zip can be
 * rebuilt in place while functions run.
 *
 * @param classes
 *            a jar with everything that isn't a library, or the package's folder
 */
record UnpackedPackage(Path classes, List<Library> libraries, List<Path> jars) {

    static UnpackedPackage of(Path code, Path folder, LibraryStore store) throws IOException {
        return Files.isDirectory(code) ? ofFolder(code) : ofZip(code, folder, store);
    }

    private static UnpackedPackage ofFolder(Path code) throws IOException {
        Path lib = code.resolve("lib");
        if (!Files.isDirectory(lib)) {
            return new UnpackedPackage(code, List.of(), List.of());
        }
        try (Stream<Path> jars = Files.list(lib)) {
            return new UnpackedPackage(code, List.of(),
                    jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList());
        }
    }

    private static UnpackedPackage ofZip(Path code, Path folder, LibraryStore store)
            throws IOException {
        Path classes = Files.createTempFile(folder, "classes-", ".jar");
        List<Library> libraries = new ArrayList<>();
        try (ZipFile archive = new ZipFile(code.toFile());
                ZipOutputStream jar = new ZipOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(classes)))) {
            jar.setLevel(0);
            Enumeration<? extends ZipEntry> entries = archive.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (isLibrary(entry)) {
                    libraries.add(store.store(archive, entry));
                } else {
                    copy(archive, entry, jar);
                }
            }
        }
        return new UnpackedPackage(classes, List.copyOf(libraries),
                libraries.stream().map(store::path).toList());
    }

    private static boolean isLibrary(ZipEntry entry) {
        return entry.getName().matches("lib/[^/]+\\.jar");
    }

    private static void copy(ZipFile archive, ZipEntry entry, ZipOutputStream jar)
            throws IOException {
        jar.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream content = archive.getInputStream(entry)) {
            content.transferTo(jar);
        }
        jar.closeEntry();
    }
}
