package drivetrain.local.gateway;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The API's binary media types; {@code *}{@code /*} and {@code image/*} are wildcards. */
record MediaTypes(List<String> binary) {

    MediaTypes {
        binary = binary.stream().map(type -> type.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Whether bodies of this media type are passed as base64. */
    boolean isBinary(String mediaType) {
        return binary.stream().anyMatch(pattern -> matches(pattern, mediaType));
    }

    /** Whether the client asks for binary: API Gateway looks at the first type accepted only. */
    boolean wantsBinary(HttpCall call) {
        String accept = call.header("Accept").orElse("*/*");
        String first = accept.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return isBinary(first);
    }

    private static boolean matches(String pattern, String type) {
        boolean ofGroup = pattern.endsWith("/*")
                && type.startsWith(pattern.substring(0, pattern.length() - 1));
        return ofGroup || pattern.equals("*/*") || pattern.equals(type);
    }
}
