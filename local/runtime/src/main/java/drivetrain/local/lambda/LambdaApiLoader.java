package drivetrain.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** The JDK and {@code aws-lambda-java-core}: what a function shares with the runtime. */
final class LambdaApiLoader extends ClassLoader {
    static final LambdaApiLoader INSTANCE = new LambdaApiLoader();
    private static final String API = "com.amazonaws.services.lambda.runtime.";

    static {
        registerAsParallelCapable();
    }

    private LambdaApiLoader() {
        super("lambda-api", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API) && !name.startsWith(API + "events.")) {
            return RequestStreamHandler.class.getClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
