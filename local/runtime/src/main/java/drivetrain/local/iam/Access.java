package drivetrain.local.iam;

import java.util.Map;

/**
 * What somebody asks to do.
 *
 * @param action
 *            such as {@code dynamodb:PutItem}
 * @param resource
 *            an ARN, or {@code *} for what concerns no resource
 * @param context
 *            values of condition keys, such as {@code aws:SourceArn}
 */
public record Access(String action, String resource, Map<String, String> context) {
    /** Copies the context. */
    public Access {
        context = Map.copyOf(context);
    }

    /** Without context. */
    public static Access to(String action, String resource) {
        return new Access(action, resource, Map.of());
    }
}
