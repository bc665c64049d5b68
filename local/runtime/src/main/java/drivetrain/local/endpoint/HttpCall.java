package drivetrain.local.endpoint;

import java.util.Optional;
import java.util.function.Function;

/**
 * A request as the protocols see it.
 *
 * @param header
 *            the value of a header by its name in any case, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Passed through once; nobody compares requests.
record HttpCall(String method, String path, Function<String, String> header, byte[] body) {
    private static final String CREDENTIAL = "Credential=";

    Optional<String> find(String name) {
        return Optional.ofNullable(header.apply(name));
    }

    /** The access key id of a signed request. */
    String caller() {
        return scope(0).filter(key -> !key.isEmpty()).orElse("anonymous");
    }

    /** The service that a request is signed for. */
    Optional<String> signedService() {
        return scope(3);
    }

    private Optional<String> scope(int part) {
        return find("Authorization").map(value -> value.indexOf(CREDENTIAL) < 0
                ? null
                : credential(value)).filter(parts -> parts.length > part)
                .map(parts -> parts[part]);
    }

    private static String[] credential(String authorization) {
        var start = authorization.indexOf(CREDENTIAL) + CREDENTIAL.length();
        var end = authorization.indexOf(',', start);
        var scope = end < 0 ? authorization.substring(start) : authorization.substring(start, end);
        return scope.split("/", -1);
    }
}
