package drivetrain.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Lambda function.
 *
 * @param code
 *            the deployment package: a zip, or a folder of classes and {@code lib/}
 * @param handler
 *            the class, or {@code Class::method}
 * @param alias
 *            what its versions are published as, if they are
 * @param reservedConcurrency
 *            the most invocations at a time; beyond, calls are refused with 429
 */
public record FunctionResource(SourceLine source, String logicalId, String name, String arn,
        Path code, String handler, int memoryMegabytes, Duration timeout,
        Optional<String> alias, OptionalInt reservedConcurrency, Map<String, String> environment,
        AsyncPolicy async) {
    /** Copies the environment. */
    public FunctionResource {
        environment = Map.copyOf(environment);
    }

    /** What invokes it as the template says: its alias, or the function itself. */
    public String invokedArn() {
        return alias.map(name -> arn + ":" + name).orElse(arn);
    }
}
