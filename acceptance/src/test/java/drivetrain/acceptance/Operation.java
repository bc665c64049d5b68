package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One method of one path of the API.
 *
 * @param path
 *            with its parameters in braces
 * @param parameters
 *            of the path and of the operation
 * @param bodySchema
 *            a missing node if it takes no body
 */
record Operation(String method, String path, JsonNode json, List<JsonNode> parameters,
        JsonNode bodySchema) {

    Operation {
        parameters = List.copyOf(parameters);
    }

    /** Whether it wants a token. */
    boolean secured() {
        return wants("token");
    }

    /** Whether it wants a partner's API key. */
    boolean metered() {
        return wants("api_key");
    }

    private boolean wants(String scheme) {
        return json.path("security").valueStream().anyMatch(one -> one.has(scheme));
    }

    /** The scopes of which a token needs one. */
    Set<String> scopes() {
        Set<String> scopes = new TreeSet<>();
        json.path("x-scopes").forEach(scope -> scopes.add(scope.asText()));
        return scopes;
    }

    /** Whether what it names belongs to a customer. */
    boolean owned() {
        return json.has("x-owner");
    }

    /** The header in which a provider signs. */
    Optional<String> signature() {
        return Optional.ofNullable(json.path("x-signature").textValue());
    }

    boolean takesBody() {
        return !bodySchema.isMissingNode();
    }

    /** Every status that it says it answers with. */
    Set<Integer> statuses() {
        return json.path("responses").properties().stream()
                .map(response -> Integer.valueOf(response.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of them that mean success. */
    Set<Integer> successes() {
        return statuses().stream().filter(status -> status < 300)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its parameters of a kind: {@code path}, {@code query} or {@code header}. */
    List<JsonNode> parametersIn(String place) {
        return parameters.stream().filter(one -> one.path("in").asText().equals(place)).toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
