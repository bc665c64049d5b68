package drivetrain.states.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.states.Diagnostic;
import drivetrain.states.InvalidDefinitionException;
import drivetrain.states.StateMachineType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A checked definition, ready to run. Immutable. */
public final class StateMachine {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode definition;
    private final StateMachineType type;
    private final StateGraph graph;
    private final Long timeoutSeconds;

    private StateMachine(JsonNode definition, StateMachineType type, StateGraph graph,
            Long timeoutSeconds) {
        this.definition = definition;
        this.type = type;
        this.graph = graph;
        this.timeoutSeconds = timeoutSeconds;
    }

    /**
     * Parses a definition.
     *
     * @param definition Amazon States Language, in JSON
     * @param type Standard or Express
     * @return the machine
     * @throws InvalidDefinitionException with every problem at once
     */
    public static StateMachine parse(String definition, StateMachineType type) {
        Problems problems = new Problems();
        StateMachine machine = parse(definition, type, problems);
        if (!problems.all().isEmpty()) {
            throw new InvalidDefinitionException(problems.all());
        }
        return machine;
    }

    /**
     * Finds what is wrong with a definition.
     *
     * @param definition Amazon States Language, in JSON
     * @param type Standard or Express
     * @return empty if nothing is
     */
    public static List<Diagnostic> validate(String definition, StateMachineType type) {
        Problems problems = new Problems();
        parse(definition, type, problems);
        return problems.all();
    }

    private static StateMachine parse(String definition, StateMachineType type,
            Problems problems) {
        try {
            JsonNode json = MAPPER.readTree(definition);
            return parse(json, type, problems);
        } catch (JsonProcessingException e) {
            problems.notJson(e.getOriginalMessage());
        } catch (StackOverflowError e) {
            problems.error("", "The definition is nested too deeply");
        }
        return null;
    }

    private static StateMachine parse(JsonNode json, StateMachineType type, Problems problems) {
        Fields fields = new Fields(json, "", problems);
        String language = fields.oneOf("QueryLanguage", "JSONPath", "JSONata");
        fields.oneOf("Version", "1.0");
        Long timeout = fields.integer("TimeoutSeconds", 1, 99_999_999);
        StateGraph graph = new GraphParser(fields, language == null
                ? QueryLanguage.JSONPath
                : QueryLanguage.valueOf(language), type).parse();
        fields.refuseOthers();
        return new StateMachine(json, type, graph, timeout);
    }

    /**
     * Parses one state that stands alone; where its transitions lead isn't checked.
     *
     * @param name what to call it
     * @param definition the state
     * @return the state
     * @throws InvalidDefinitionException with every problem at once
     */
    public static State parseState(String name, JsonNode definition) {
        Problems problems = new Problems();
        Fields fields = new Fields(definition, "/States/" + name, problems);
        State state = new StateParser(name, fields, QueryLanguage.JSONPath,
                StateMachineType.STANDARD).parse();
        if (!problems.all().isEmpty()) {
            throw new InvalidDefinitionException(problems.all());
        }
        return state;
    }

    /**
     * Finds a state, however deep.
     *
     * @param name its name
     * @return null if there is none
     */
    public State find(String name) {
        return find(graph, name);
    }

    private static State find(StateGraph graph, String name) {
        State found = graph.states().get(name);
        for (State state : graph.states().values()) {
            for (StateGraph inner : state.inner()) {
                found = found == null ? find(inner, name) : found;
            }
        }
        return found;
    }

    /**
     * The definition as JSON.
     *
     * @return treat it as immutable
     */
    public JsonNode definition() {
        return definition;
    }

    /**
     * Standard or Express.
     *
     * @return what it was parsed for
     */
    public StateMachineType type() {
        return type;
    }

    /**
     * The states.
     *
     * @return the outermost graph
     */
    public StateGraph graph() {
        return graph;
    }

    /**
     * How long an execution may take.
     *
     * @return in seconds, or null if the definition doesn't say
     */
    public Long timeoutSeconds() {
        return timeoutSeconds;
    }

    /**
     * The variables that each state refers to, as DescribeStateMachine tells them.
     *
     * @return sorted names by state; states that refer to none are left out
     */
    public Map<String, Set<String>> variableReferences() {
        return VariableReferences.of(graph);
    }
}
