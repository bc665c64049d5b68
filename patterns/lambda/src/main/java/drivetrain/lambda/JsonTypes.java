package drivetrain.lambda;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/**
 * JSON by generated code: a type is known when it is annotated with {@code @Json} and the
 * {@code avaje-jsonb-generator} has seen it.
 */
public final class JsonTypes {
    private static final Jsonb STRICT = Jsonb.builder().failOnUnknown(true).build();
    private static final Jsonb TOLERANT = Jsonb.builder().failOnUnknown(false).build();

    private JsonTypes() {}

    /** For what a client sends: an unknown property is an error. */
    public static <T> JsonType<T> strict(Class<T> type) {
        return STRICT.type(type);
    }

    /** For what other services send, which may have grown: an unknown property is passed over. */
    public static <T> JsonType<T> tolerant(Class<T> type) {
        return TOLERANT.type(type);
    }
}
