package drivetrain.gateway.forgery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A way to forge tokens: what it makes, and the token that it would make if it forged nothing. */
final class Technique {
    private final String name;
    private final String twin;
    private final Map<String, String> forged = new LinkedHashMap<>();

    /** {@code twin} is a genuine token, made in the same way as the forged ones. */
    Technique(String name, String twin) {
        this.name = name;
        this.twin = twin;
    }

    Technique add(String what, String token) {
        if (token.equals(twin) || forged.put(what, token) != null) {
            throw new IllegalArgumentException(name + " forges nothing new: " + what);
        }
        return this;
    }

    String name() {
        return name;
    }

    String twin() {
        return twin;
    }

    /** The forged tokens, by what is wrong with them. */
    Map<String, String> forged() {
        return Collections.unmodifiableMap(forged);
    }
}
