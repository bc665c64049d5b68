package drivetrain.local.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import java.util.List;
import java.util.function.Function;

/** Answers a list a page at a time; the token is where the next page begins. */
final class Pages {
    private static final int LARGEST = 1_000;

    private Pages() {}

    static <T> void page(JsonNode request, List<T> all, int size, ArrayNode into, ObjectNode answer,
            Function<T, JsonNode> toJson) {
        int asked = request.path("maxResults").asInt();
        int start = start(request.path("nextToken").asText("0"));
        int end = Math.min(all.size(), start + Math.min(asked > 0 ? asked : size, LARGEST));
        if (start > all.size()) {
            throw invalidToken();
        }
        all.subList(start, end).forEach(one -> into.add(toJson.apply(one)));
        if (end < all.size()) {
            answer.put("nextToken", String.valueOf(end));
        }
    }

    private static int start(String token) {
        if (!token.matches("[0-9]{1,9}")) {
            throw invalidToken();
        }
        return Integer.parseInt(token);
    }

    private static AwsFailure invalidToken() {
        return new AwsFailure(400, "InvalidToken", "The nextToken isn't one of this list");
    }
}
