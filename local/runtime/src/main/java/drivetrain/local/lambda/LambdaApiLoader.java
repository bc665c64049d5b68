package drivetrain.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * The JDK and {@code aws-lambda-java-core}: what a function shares with the runtime. Where a
 * debugger can stop the time, the clock is shared, too.
 */
final class LambdaApiLoader extends ClassLoader {
    static final LambdaApiLoader INSTANCE = new LambdaApiLoader();
    private static final String API = "com.amazonaws.services.lambda.runtime.";

    private static final String TIME = "drivetrain.local.debug.Held";

    static {
        registerAsParallelCapable();
    }

    private LambdaApiLoader() {
        super("lambda-api", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        boolean isApi = name.startsWith(API) && !name.startsWith(API + "events.");
        if (isApi || name.startsWith(TIME)) {
            return RequestStreamHandler.class.getClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
