package drivetrain.costs;

import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.StreamMapping;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a function's bill depends on.
 *
 * @param gigabytes
 *            its memory
 * @param callsAProvider
 *            whether it waits for a payment provider or a carrier
 * @param streamed
 *            whether a table's stream starts it
 */
record Deployed(double gigabytes, boolean callsAProvider, boolean streamed) {
    private static final double MEGABYTES_A_GIGABYTE = 1_024;

    /** The functions of an application, by name. */
    static Map<String, Deployed> of(SamApplication application) {
        Set<String> streamed = application.streamMappings().stream()
                .map(StreamMapping::functionName).collect(Collectors.toSet());
        return application.functions().stream().collect(Collectors.toMap(FunctionResource::name,
                function -> new Deployed(function.memoryMegabytes() / MEGABYTES_A_GIGABYTE,
                        function.environment().containsKey("PROVIDER_TIMEOUT_MILLIS"),
                        streamed.contains(function.name()))));
    }
}
