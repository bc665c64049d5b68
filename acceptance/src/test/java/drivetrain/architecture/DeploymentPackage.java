package drivetrain.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A service's zip, opened as Lambda opens it: its classes, its {@code lib/}, and the JDK. */
final class DeploymentPackage implements AutoCloseable {
    private final Path libraries;
    private final URLClassLoader loader;

    DeploymentPackage(Path zip) {
        if (!Files.exists(zip)) {
            throw new IllegalStateException("Build " + zip + " first, with mvn package");
        }
        try {
            this.libraries = Files.createTempDirectory("lib");
            List<URL> classPath = new ArrayList<>(List.of(url(zip)));
            classPath.addAll(extract(zip));
            this.loader = new URLClassLoader(classPath.toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    /** Makes a handler; what its constructor throws is thrown. */
    Object construct(String name, Map<String, String> environment) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return load(name).getConstructor(Map.class).newInstance(environment);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private List<URL> extract(Path zip) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (ZipFile open = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : open.stream().filter(DeploymentPackage::isLibrary).toList()) {
                Path file = libraries.resolve(Path.of(entry.getName()).getFileName());
                Files.copy(open.getInputStream(entry), file);
                urls.add(url(file));
            }
        }
        return urls;
    }

    private static boolean isLibrary(ZipEntry entry) {
        return entry.getName().startsWith("lib/") && entry.getName().endsWith(".jar");
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    @Override
    public void close() throws IOException {
        loader.close();
        try (Stream<Path> files = Files.list(libraries)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(libraries);
    }
}
