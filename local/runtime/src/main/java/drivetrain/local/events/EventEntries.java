package drivetrain.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.local.aws.AwsFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Turns entries of {@code PutEvents} into events. Sources: Amazon EventBridge API Reference,
 * "PutEvents"; User Guide, "Calculating PutEvents event entry size".
 */
final class EventEntries {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BAD_REQUEST = 400;
    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int TIME_BYTES = 14;
    private static final int BILLED_BYTES = 64 * 1024;

    private final String region;
    private final String accountId;

    EventEntries(String region, String accountId) {
        this.region = region;
        this.accountId = accountId;
    }

    /** Refuses a request as a whole. */
    static void check(JsonNode entries) {
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new AwsFailure(BAD_REQUEST, "ValidationException",
                    "1 validation error detected: Value at 'entries' failed to satisfy "
                            + "constraint: Member must have length between 1 and 10");
        }
        long bytes = 0;
        for (var entry : entries) {
            bytes += size(entry);
        }
        if (bytes > MOST_BYTES) {
            throw new AwsFailure(BAD_REQUEST, "ValidationException",
                    "Total size of the entries in the request is over the limit.");
        }
    }

    /** As how many events an entry is billed: one for each 64 KB that it begins. */
    static int billed(JsonNode entry) {
        return Math.toIntExact(Math.ceilDiv(size(entry), BILLED_BYTES));
    }

    private static long size(JsonNode entry) {
        long bytes = entry.has("Time") ? TIME_BYTES : 0;
        for (var member : new String[]{"Source", "DetailType", "Detail"}) {
            bytes += bytes(entry.path(member));
        }
        for (var resource : entry.path("Resources")) {
            bytes += bytes(resource);
        }
        return bytes;
    }

    private static int bytes(JsonNode text) {
        return text.asText().getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The event of one entry.
     *
     * @throws AwsFailure
     *             if the entry is refused; the others aren't
     */
    ObjectNode toEvent(JsonNode entry, Instant now) {
        require(entry, "Source");
        require(entry, "DetailType");
        require(entry, "Detail");
        if (entry.path("Source").asText().startsWith("aws.")) {
            throw new AwsFailure(BAD_REQUEST, "NotAuthorizedForSourceException",
                    "Not authorized for the source.");
        }
        var time = entry.has("Time")
                ? Instant.ofEpochSecond(entry.path("Time").asLong())
                : now.truncatedTo(ChronoUnit.SECONDS);
        return event(entry, time).set("detail", detail(entry));
    }

    private ObjectNode event(JsonNode entry, Instant time) {
        var event = JSON.createObjectNode().put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", entry.path("DetailType").asText())
                .put("source", entry.path("Source").asText()).put("account", accountId)
                .put("time", time.toString()).put("region", region);
        event.putArray("resources").addAll(entry.path("Resources").valueStream().toList());
        return event;
    }

    private static ObjectNode detail(JsonNode entry) {
        try {
            if (JSON.readTree(entry.path("Detail").asText()) instanceof ObjectNode detail) {
                return detail;
            }
        } catch (JsonProcessingException notJson) {
            throw malformed(notJson);
        }
        throw malformed(null);
    }

    private static AwsFailure malformed(JsonProcessingException cause) {
        var failure = new AwsFailure(BAD_REQUEST, "MalformedDetail", "Detail is malformed.");
        failure.initCause(cause);
        return failure;
    }

    private static void require(JsonNode entry, String member) {
        if (entry.path(member).asText().isEmpty()) {
            throw new AwsFailure(BAD_REQUEST, "InvalidArgument", "Parameter " + member
                    + " is not valid. Reason: " + member + " is a required argument.");
        }
    }
}
