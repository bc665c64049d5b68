package drivetrain.standins.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read completely.
 *
 * @param method upper case
 * @param path segments of the path, decoded, without empty ones
 * @param query the raw query, empty if there is none
 * @param headers by lower-case name; the last value wins
 * @param body read as UTF-8
 */
public record Call(String method, List<String> path, String query, Map<String, String> headers,
        String body) {

    public Call {
        path = List.copyOf(path);
        headers = Map.copyOf(headers);
    }

    /** The value of a header, whatever the case of its name. */
    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }
}
