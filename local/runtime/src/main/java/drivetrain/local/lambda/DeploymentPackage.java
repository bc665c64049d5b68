package drivetrain.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One version of a service's code, loaded. It is closed when it has been replaced and the last
 * environment that runs it is gone.
 */
final class DeploymentPackage {
    private final PackageLoader loader;
    private int environments;
    private boolean retired;

    DeploymentPackage(Path code, UnpackedPackage unpacked, SharedLibraries shared) {
        URL[] urls = Stream.concat(Stream.of(unpacked.classes()), unpacked.jars().stream())
                .map(SharedLibraries::url).toArray(URL[]::new);
        this.loader = new PackageLoader(code.getFileName().toString(), urls,
                shared.viewOf(unpacked));
    }

    ClassLoader loader() {
        return loader;
    }

    /** Counts one more environment; false if this version is gone. */
    synchronized boolean acquire() {
        if (retired) {
            return false;
        }
        environments++;
        return true;
    }

    synchronized void release() {
        environments--;
        closeWhenUnused();
    }

    /** No new environment uses this version. */
    synchronized void retire() {
        retired = true;
        closeWhenUnused();
    }

    synchronized boolean isRetired() {
        return retired;
    }

    private void closeWhenUnused() {
        if (retired && environments == 0) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Can't close " + loader.getName(), e);
            }
        }
    }

    /**
     * Makes a handler, with the function's environment if it has a public constructor for it.
     *
     * @throws Throwable
     *             what the handler's class or constructor throws, or why it can't be used
     */
    @SuppressWarnings("ThrowSpecificity")
    RequestStreamHandler handler(String handler, Map<String, String> environment)
            throws Throwable {
        String className = handler.replaceFirst("::.*", "");
        Class<?> type = Class.forName(className, true, loader);
        if (!RequestStreamHandler.class.isAssignableFrom(type)) {
            throw new IllegalStateException(className + " isn't a RequestStreamHandler, the only"
                    + " kind of handler that the local runtime supports");
        }
        try {
            return (RequestStreamHandler) construct(type, environment);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object construct(Class<?> type, Map<String, String> environment)
            throws ReflectiveOperationException {
        try {
            return type.getConstructor(Map.class).newInstance(environment);
        } catch (NoSuchMethodException e) {
            return type.getConstructor().newInstance();
        }
    }
}
