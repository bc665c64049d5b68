package drivetrain.states.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.states.Diagnostic;
import drivetrain.states.InvalidDefinitionException;
import drivetrain.states.StateMachineType;
import drivetrain.states.definition.StateMachine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A case of the kind {@code static}: a definition is accepted or refused. */
final class StaticCase {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode corpusCase;
    private final JsonNode expected;

    StaticCase(JsonNode corpusCase) {
        this.corpusCase = corpusCase;
        expected = corpusCase.get("expected");
    }

    Verdict run() {
        if (expected.has("variableReferences")) {
            return references();
        }
        return expected.has("diagnostics") ? diagnostics() : creation();
    }

    private StateMachineType type() {
        String id = corpusCase.get("id").asText();
        return id.contains("express") || id.contains("illegal_activity")
                ? StateMachineType.EXPRESS
                : StateMachineType.STANDARD;
    }

    private String definition() {
        return corpusCase.get("definition").toString();
    }

    private Verdict references() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        expected.get("variableReferences").properties().forEach(e -> {
            Set<String> names = new TreeSet<>();
            e.getValue().forEach(name -> names.add(name.asText()));
            wanted.put(e.getKey(), names);
        });
        Map<String, Set<String>> actual = StateMachine.parse(definition(), type())
                .variableReferences();
        return actual.equals(wanted) ? Verdict.passed() : Verdict.failed(actual.toString());
    }

    private Verdict diagnostics() {
        List<Diagnostic> found = StateMachine.validate(definition(), type());
        List<ObjectNode> actual = found.stream().map(StaticCase::json).toList();
        return Expected.matches(expected.get("diagnostics"), MAPPER.valueToTree(actual))
                ? Verdict.passed()
                : Verdict.failed(actual.toString());
    }

    private static ObjectNode json(Diagnostic diagnostic) {
        return MAPPER.createObjectNode().put("code", diagnostic.code())
                .put("location", diagnostic.location()).put("message", diagnostic.message())
                .put("severity", diagnostic.severity().name());
    }

    private Verdict creation() {
        boolean refused = expected.path("create").asText().equals("error");
        try {
            StateMachine.parse(definition(), type());
            return refused ? Verdict.failed("accepted") : Verdict.passed();
        } catch (InvalidDefinitionException e) {
            return refused && e.getMessage().equals(expected.path("message").asText())
                    ? Verdict.passed()
                    : Verdict.failed(e.getMessage());
        }
    }
}
