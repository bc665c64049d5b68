package drivetrain.local.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Each function has credentials of its own, so that an AWS call tells who makes it. */
public final class AccessKeys {
    private AccessKeys() {}

    /** The access key id of a function: the same at every start. */
    public static String idOf(String functionName) {
        String hash = hash("id/" + functionName).substring(0, 16);
        return "ASIA" + hash.toUpperCase(Locale.ROOT);
    }

    static String secretOf(String functionName) {
        return hash("secret/" + functionName) + "local000";
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString()
                .replace("-", "");
    }
}
