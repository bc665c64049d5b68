package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.template.SourceLine;
import drivetrain.local.template.TemplateProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a definition, each with its JSON pointer. */
final class DefinitionProblems {
    private final SourceLine source;
    private final String pointer;
    private final List<TemplateProblem> problems;

    private DefinitionProblems(SourceLine source, String pointer, List<TemplateProblem> problems) {
        this.source = source;
        this.pointer = pointer;
        this.problems = problems;
    }

    static DefinitionProblems of(SourceLine source) {
        return new DefinitionProblems(source, "", new ArrayList<>());
    }

    /** The same collection, for what is wrong in a member. */
    DefinitionProblems at(String member) {
        return new DefinitionProblems(source,
                pointer + "/" + member.replace("~", "~0").replace("/", "~1"), problems);
    }

    void add(String message) {
        problems.add(new TemplateProblem(source, "In the OpenAPI definition at "
                + (pointer.isEmpty() ? "/" : pointer) + ": " + message));
    }

    /** Refuses members that have no effect here. */
    void requireOnly(JsonNode object, String... members) {
        Set<String> known = Set.of(members);
        object.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member)) {
                at(member).add("The local runtime doesn't support this");
            }
        });
    }

    /** Refuses Amazon's extensions other than these; everybody else's have no effect anywhere. */
    void requireOnlyExtensions(JsonNode object, Set<String> extensions) {
        object.fieldNames().forEachRemaining(member -> {
            if (member.startsWith("x-amazon-") && !extensions.contains(member)) {
                at(member).add("The local runtime doesn't support this extension");
            }
        });
    }

    /**
     * Ends the collection.
     *
     * @throws ApiDefinitionException if there is anything in it
     */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ApiDefinitionException(problems);
        }
    }
}
