package drivetrain.local.lambda;

import drivetrain.local.lambda.LibraryStore.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One class loader for the AWS SDK of all packages that carry the same jars of it, so that its
 * classes are loaded and compiled once instead of once per service.
 *
 * <p>Only libraries without state that belongs to one package may be shared, so this is limited to
 * the SDK and what it needs. A package still sees no class of a jar that it doesn't carry. A
 * package whose SDK differs from the others', or that brings a logging backend of its own, loads
 * its own copy.
 */
final class SharedLibraries implements AutoCloseable {
    private static final List<String> SHAREABLE = List.of("software/amazon/awssdk/",
            "software/amazon/eventstream/", "org/reactivestreams/", "org/slf4j/", "META-INF/",
            "module-info.class");
    private static final String LOGGING_BACKEND = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

    private final LibraryStore store;
    private final Map<Library, Content> contents = new ConcurrentHashMap<>();
    private final Map<String, Library> byArtifact = new HashMap<>();
    private final Map<String, Library> libraryOfClass = new HashMap<>();
    private final URLClassLoader loader;

    SharedLibraries(Collection<UnpackedPackage> packages, LibraryStore store) {
        this.store = store;
        packages.stream().map(UnpackedPackage::libraries).flatMap(List::stream).distinct()
                .filter(library -> content(library).shareable()).forEach(this::share);
        URL[] urls = byArtifact.values().stream().map(library -> url(store.path(library)))
                .toArray(URL[]::new);
        this.loader = new URLClassLoader("shared-libraries", urls, LambdaApiLoader.INSTANCE);
    }

    /** What a jar holds, as far as it matters here. */
    private record Content(boolean shareable, boolean loggingBackend, List<String> classes) {}

    private Content content(Library library) {
        return contents.computeIfAbsent(library, key -> read(store.path(key)));
    }

    private static Content read(Path jar) {
        try (ZipFile archive = new ZipFile(jar.toFile())) {
            List<String> files = archive.stream().map(ZipEntry::getName).toList();
            List<String> classes = files.stream().filter(name -> name.endsWith(".class")).toList();
            return new Content(
                    classes.stream()
                            .allMatch(name -> SHAREABLE.stream().anyMatch(name::startsWith)),
                    files.contains(LOGGING_BACKEND), classes);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + jar, e);
        }
    }

    private void share(Library library) {
        if (byArtifact.putIfAbsent(artifact(library), library) == null) {
            content(library).classes().stream().filter(name -> !name.startsWith("META-INF/"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .forEach(name -> libraryOfClass.put(name, library));
        }
    }

    /** What a package may take from here: nothing, unless all that could be shared is the same. */
    View viewOf(UnpackedPackage unpacked) {
        boolean same = unpacked.libraries().stream().allMatch(this::fits);
        return new View(same ? Set.copyOf(unpacked.libraries()) : Set.of());
    }

    private boolean fits(Library library) {
        Content content = content(library);
        return content.shareable()
                ? library.equals(byArtifact.getOrDefault(artifact(library), library))
                : !content.loggingBackend();
    }

    /** The part of the shared libraries that one package carries. */
    final class View {
        private final Set<Library> carried;

        private View(Set<Library> carried) {
            this.carried = carried;
        }

        boolean has(String className) {
            Library library = libraryOfClass.get(className);
            return library != null && carried.contains(library);
        }

        Class<?> load(String className) throws ClassNotFoundException {
            return loader.loadClass(className);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    /** The name of a jar without its version. */
    private static String artifact(Library library) {
        return library.name().replaceFirst("-[0-9].*", "");
    }

    static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a file: " + file, e);
        }
    }
}
