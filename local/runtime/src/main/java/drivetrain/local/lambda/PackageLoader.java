package drivetrain.local.lambda;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads one deployment package, isolated from the runtime and from other packages: of what is
 * around it, it sees the JDK and the interfaces of {@code aws-lambda-java-core} only. Libraries
 * that it has in common with other packages, byte by byte, may be loaded by {@link SharedLibraries}.
 */
final class PackageLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final SharedLibraries.View shared;

    PackageLoader(String name, URL[] urls, SharedLibraries.View shared) {
        super(name, urls, LambdaApiLoader.INSTANCE);
        this.shared = shared;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return shared.has(name) ? shared.load(name) : super.findClass(name);
    }
}
