package drivetrain.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import java.util.HashSet;
import java.util.function.Function;

/** The batch form of operations: each entry succeeds or fails by itself. */
final class Batches {
    private static final int BAD_REQUEST = 400;
    private static final int MOST_ENTRIES = 10;

    private Batches() {}

    static ObjectNode each(JsonNode request, Function<JsonNode, ObjectNode> single) {
        var entries = request.path("Entries");
        check(entries);
        var answer = JsonNodeFactory.instance.objectNode();
        var successful = answer.putArray("Successful");
        var failed = answer.putArray("Failed");
        for (var entry : entries) {
            var id = entry.path("Id").asText();
            try {
                var result = single.apply(entry);
                successful.addObject().put("Id", id).setAll(result);
            } catch (AwsFailure failure) {
                failed.addObject().put("Id", id).put("SenderFault", true)
                        .put("Code", failure.code()).put("Message", failure.getMessage());
            }
        }
        return answer;
    }

    private static void check(JsonNode entries) {
        if (entries.isEmpty()) {
            throw new AwsFailure(BAD_REQUEST, "EmptyBatchRequest",
                    "There should be at least one entry in the request.");
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new AwsFailure(BAD_REQUEST, "TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are 10. You have sent "
                            + entries.size() + ".");
        }
        var ids = new HashSet<String>();
        for (var entry : entries) {
            if (!ids.add(entry.path("Id").asText())) {
                throw new AwsFailure(BAD_REQUEST, "BatchEntryIdsNotDistinct",
                        "Id " + entry.path("Id").asText() + " repeated.");
            }
        }
    }
}
