package drivetrain.states.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.history.HistoryEvent;
import java.util.ArrayList;
import java.util.List;

/** Compares a history with the recorded one. */
final class Events {

    private static final List<String> DETAILS = List.of("name", "input", "output", "error", "index",
            "length", "assignedVariables", "resource", "resourceType", "parameters",
            "timeoutInSeconds", "heartbeatInSeconds");

    private Events() {}

    /** What differs, or null. */
    static String difference(JsonNode corpusCase, List<HistoryEvent> history) {
        String how = corpusCase.path("events_compare").asText("none");
        if (how.equals("none")) {
            return null;
        }
        List<JsonNode> expected = new ArrayList<>();
        corpusCase.get("expected_events").forEach(expected::add);
        return how.equals("exact") ? exact(expected, history) : multiset(expected, history);
    }

    private static String exact(List<JsonNode> expected, List<HistoryEvent> history) {
        for (int i = 0; i < Math.max(expected.size(), history.size()); i++) {
            if (i >= expected.size()) {
                return "unexpected " + history.get(i).toJson();
            }
            if (i >= history.size()) {
                return "missing " + expected.get(i);
            }
            HistoryEvent event = history.get(i);
            if (!same(expected.get(i), event)
                    || expected.get(i).path("id").asLong() != event.id()
                    || expected.get(i).path("prev").asLong() != event.previousEventId()) {
                return "expected " + expected.get(i) + " but was " + json(event);
            }
        }
        return null;
    }

    private static String multiset(List<JsonNode> expected, List<HistoryEvent> history) {
        List<HistoryEvent> left = new ArrayList<>(history);
        for (JsonNode event : expected) {
            HistoryEvent found = left.stream().filter(e -> same(event, e)).findFirst()
                    .orElse(null);
            if (found == null) {
                return "missing " + event + " in " + left.stream().map(Events::json).toList();
            }
            left.remove(found);
        }
        left.removeIf(e -> e.type().name().equals("ParallelStateSucceeded"));
        return left.isEmpty() ? null : "unexpected " + left.stream().map(Events::json).toList();
    }

    private static boolean same(JsonNode expected, HistoryEvent event) {
        if (!expected.path("type").asText().equals(event.type().name())) {
            return false;
        }
        for (String detail : DETAILS) {
            JsonNode wanted = expected.get(detail);
            JsonNode actual = event.detail(detail);
            if (wanted != null && !Expected.matches(wanted, actual)) {
                return false;
            }
            if (wanted == null && actual != null && isTold(detail)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTold(String detail) {
        return !detail.equals("error");
    }

    private static ObjectNode json(HistoryEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", event.type().name())
                .put("id", event.id()).put("prev", event.previousEventId());
        event.details().forEach(json::set);
        return json;
    }
}
