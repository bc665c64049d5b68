package drivetrain.local.endpoint;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as the protocols see it.
 *
 * @param query
 *            what follows the question mark, or empty
 * @param header
 *            the value of a header by its name in any case, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Passed through once; nobody compares requests.
record HttpCall(String method, String path, String query, Function<String, String> header,
        byte[] body) {
    private static final String CREDENTIAL = "Credential=";

    /** The value of a query parameter. */
    Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&", -1)).filter(one -> one.startsWith(name + "="))
                .map(one -> URLDecoder.decode(one.substring(name.length() + 1),
                        StandardCharsets.UTF_8))
                .findFirst();
    }

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
