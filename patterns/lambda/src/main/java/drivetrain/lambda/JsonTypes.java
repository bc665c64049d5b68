package drivetrain.lambda;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.Map;

/**
 * JSON by generated code: a type is known when it is annotated with {@code @Json} and the
 * {@code avaje-jsonb-generator} has seen it.
 */
public final class JsonTypes {
    private static final Jsonb STRICT = jsonb(true);
    private static final Jsonb TOLERANT = jsonb(false);

    private JsonTypes() {}

    private static Jsonb jsonb(boolean failOnUnknown) {
        return Jsonb.builder().failOnUnknown(failOnUnknown)
                .add(String.class, new TextAdapter().nullSafe()).build();
    }

    /** For what a client sends: an unknown property is an error. */
    public static <T> JsonType<T> strict(Class<T> type) {
        return STRICT.type(type);
    }

    /** For what other services send, which may have grown: an unknown property is passed over. */
    public static <T> JsonType<T> tolerant(Class<T> type) {
        return TOLERANT.type(type);
    }

    /** For what has no type: texts, numbers, booleans, lists and maps, by name. */
    static JsonType<Map<String, Object>> maps() {
        return TOLERANT.type(Object.class).map();
    }
}
