package drivetrain.local.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request, read completely.
 *
 * @param path the raw path, percent-encoded as it was sent
 * @param query decoded parameters in the order sent; empty if there are none
 * @param headers by name, in any case; names keep the case they were sent in
 * @param tooLarge whether the body was longer than API Gateway allows; it is empty then
 */
@SuppressWarnings("ArrayRecordComponent") // Passed through once; nobody compares requests.
record HttpCall(String method, String path, Map<String, List<String>> query,
        Map<String, List<String>> headers, byte[] body, boolean tooLarge, String sourceIp,
        String protocol) {

    HttpCall {
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** A header's last value. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getLast);
    }

    /** A query parameter's last value. */
    Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name)).map(List::getLast);
    }

    /** The media type in lower case without parameters; JSON if there is none, as on AWS. */
    String mediaType() {
        String type = header("Content-Type").orElse("application/json");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip()
                .toLowerCase(Locale.ROOT);
    }
}
