package drivetrain.local.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A REST API of API Gateway.
 *
 * @param definition
 *            the OpenAPI 3 document with API Gateway's extensions, all intrinsic functions
 *            resolved; authorizers are its security schemes, and preflight answers are its
 *            {@code options} operations
 * @param throttling
 *            of the whole stage
 * @param methodThrottling
 *            by {@code METHOD /path}, such as {@code POST /orders}; overrides the stage's
 */
public record ApiResource(SourceLine source, String logicalId, String id, String stage,
        ObjectNode definition, Throttling throttling, Map<String, Throttling> methodThrottling,
        Map<String, String> stageVariables, List<String> binaryMediaTypes,
        List<UsagePlan> usagePlans) {
    /** An API without usage plans. */
    public ApiResource(SourceLine source, String logicalId, String id, String stage,
            ObjectNode definition, Throttling throttling, Map<String, Throttling> methodThrottling,
            Map<String, String> stageVariables, List<String> binaryMediaTypes) {
        this(source, logicalId, id, stage, definition, throttling, methodThrottling,
                stageVariables, binaryMediaTypes, List.of());
    }

    /** Copies the collections. */
    public ApiResource {
        methodThrottling = Map.copyOf(methodThrottling);
        stageVariables = Map.copyOf(stageVariables);
        binaryMediaTypes = List.copyOf(binaryMediaTypes);
        usagePlans = List.copyOf(usagePlans);
    }

    ApiResource withUsagePlans(List<UsagePlan> plans) {
        return new ApiResource(source, logicalId, id, stage, definition, throttling,
                methodThrottling, stageVariables, binaryMediaTypes, plans);
    }

    /** A token bucket: sustained requests a second, and the bucket's size. */
    public record Throttling(double ratePerSecond, int burst) {
        /** An account's default. */
        public static final Throttling DEFAULT = new Throttling(10_000, 5_000);
    }
}
