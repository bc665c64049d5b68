package drivetrain.states.definition;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.StateMachineType;
import drivetrain.states.expression.Constant;
import drivetrain.states.expression.Expression;
import drivetrain.states.expression.TemplatePath;
import drivetrain.states.expression.jsonata.JsonataExpression;
import drivetrain.states.task.TaskPattern;
import drivetrain.states.task.TaskResource;
import java.util.ArrayList;
import java.util.List;

/** Parses one state. */
final class StateParser {

    private static final long MOST_SECONDS = 99_999_999;

    private final String name;
    private final Fields fields;
    private final QueryLanguage machineLanguage;
    private final QueryLanguage language;
    private final Compiler compiler;
    private final StateMachineType type;

    StateParser(String name, Fields fields, QueryLanguage machineLanguage,
            StateMachineType type) {
        this.name = name;
        this.machineLanguage = machineLanguage;
        this.fields = fields;
        this.type = type;
        language = language();
        compiler = new Compiler(fields, language);
    }

    private QueryLanguage language() {
        String own = fields.oneOf("QueryLanguage", "JSONPath", "JSONata");
        if (own == null) {
            return machineLanguage;
        }
        if (own.equals("JSONPath") && machineLanguage == QueryLanguage.JSONata) {
            fields.problems().error(fields.path(), "'QueryLanguage' can not be 'JSONPath' if set "
                    + "to 'JSONata' for whole state machine");
        }
        return QueryLanguage.valueOf(own);
    }

    /** The state, or null if it is too wrong to be one. */
    State parse() {
        fields.require("Type");
        String kind = fields.oneOf("Type", "Task", "Pass", "Choice", "Wait", "Parallel", "Map",
                "Succeed", "Fail");
        if (kind == null) {
            return null;
        }
        State state = switch (kind) {
            case "Pass" -> pass();
            case "Succeed" -> new State.Succeed(name, plainData());
            case "Fail" -> fail();
            case "Choice" -> choice();
            case "Wait" -> wait(fields);
            case "Task" -> task();
            case "Parallel" -> parallel();
            default -> map();
        };
        fields.refuseOthers(language);
        return state;
    }

    private State pass() {
        Expression result = compiler.isJsonata() || fields.get("Result") == null
                ? null
                : new Constant(fields.get("Result"));
        Expression arguments = compiler.isJsonata() ? null : compiler.template("Parameters");
        StateData data = data(arguments, null, true);
        return new State.Pass(name, data, next(), result);
    }

    private State fail() {
        StateData data = new StateData(language, null, null, null, Placement.REPLACE, null, null,
                null);
        return new State.Fail(name, data, failText("Error"), failText("Cause"));
    }

    private Expression failText(String field) {
        Expression given = compiler.constantOrJsonata(field);
        if (compiler.isJsonata() || fields.get(field + "Path") == null) {
            return given;
        }
        if (given != null) {
            fields.error(field, "You cannot specify both " + field + " and " + field + "Path");
        }
        return compiler.pathOrIntrinsic(field + "Path");
    }

    private State choice() {
        fields.require("Choices");
        List<ChoiceRule> rules = new ArrayList<>();
        List<JsonNode> elements = fields.array("Choices");
        if (elements.isEmpty() && fields.value("Choices") != null) {
            fields.error("Choices", "Value cannot be empty");
        }
        for (int i = 0; i < elements.size(); i++) {
            rules.add(ChoiceParser.rule(fields.element("Choices", i, elements.get(i)), language));
        }
        return new State.Choice(name, plainData(), rules, fields.text("Default"));
    }

    private State wait(Fields wait) {
        WaitField seconds = waitField("Seconds");
        WaitField timestamp = waitField("Timestamp");
        if ((seconds == null) == (timestamp == null)) {
            wait.problems().error(wait.path(),
                    "Exactly one of [Seconds, SecondsPath, Timestamp, TimestampPath] is required");
        }
        return new State.Wait(name, plainData(), next(), seconds, timestamp);
    }

    private WaitField waitField(String field) {
        Expression given = compiler.constantOrJsonata(field);
        if (given != null) {
            String source = given instanceof JsonataExpression jsonata
                    ? jsonata.source()
                    : fields.get(field).asText();
            return new WaitField(field, source, given);
        }
        if (compiler.isJsonata() || fields.get(field + "Path") == null) {
            return null;
        }
        Expression path = compiler.pathOrIntrinsic(field + "Path");
        return path == null
                ? null
                : new WaitField(field + "Path", fields.get(field + "Path").asText(),
                        path instanceof TemplatePath template ? template.path() : path);
    }

    private State task() {
        fields.require("Resource");
        Expression arguments = arguments();
        StateData data = data(arguments, selector(), true);
        return new State.Task(name, data, next(), resource(),
                compiler.number("TimeoutSeconds", 1, MOST_SECONDS),
                compiler.number("HeartbeatSeconds", 1, MOST_SECONDS),
                compiler.template("Credentials"), ErrorHandlingParser.retriers(fields),
                ErrorHandlingParser.catchers(fields, language));
    }

    private TaskResource resource() {
        String arn = fields.text("Resource");
        if (arn == null) {
            return null;
        }
        TaskResource resource = TaskResource.parse(arn).orElse(null);
        if (resource == null) {
            fields.error("Resource", "Value is not a valid resource ARN");
        } else if (type == StateMachineType.EXPRESS) {
            refuseInExpress(resource);
        }
        return resource;
    }

    private void refuseInExpress(TaskResource resource) {
        if (resource instanceof TaskResource.Activity) {
            fields.error("Resource", "Express state machine does not support Activity ARN");
        }
        if (resource instanceof TaskResource.Service service
                && service.pattern() != TaskPattern.REQUEST_RESPONSE) {
            fields.error("Resource", "Express state machine does not support '"
                    + service.pattern().suffix() + "' service integration ");
        }
    }

    private State parallel() {
        fields.require("Branches");
        StateData data = data(arguments(), selector(), true);
        List<StateGraph> branches = new ArrayList<>();
        List<JsonNode> elements = fields.array("Branches");
        if (elements.isEmpty() && fields.value("Branches") != null) {
            fields.error("Branches", "Value cannot be empty");
        }
        for (int i = 0; i < elements.size(); i++) {
            Fields branch = fields.element("Branches", i, elements.get(i));
            branches.add(new GraphParser(branch, machineLanguage, type).parse());
            branch.refuseOthers();
        }
        return new State.Parallel(name, data, next(), branches,
                ErrorHandlingParser.retriers(fields),
                ErrorHandlingParser.catchers(fields, language));
    }

    private State map() {
        MapParser parser = new MapParser(fields, compiler, machineLanguage, type);
        StateGraph processor = parser.processor();
        MapSettings settings = parser.settings();
        StateData data = data(null, selector(), true);
        return new State.Map(name, data, next(), settings, processor,
                ErrorHandlingParser.retriers(fields),
                ErrorHandlingParser.catchers(fields, language));
    }

    private Expression arguments() {
        return compiler.template(compiler.isJsonata() ? "Arguments" : "Parameters");
    }

    private Expression selector() {
        return compiler.isJsonata() ? null : compiler.template("ResultSelector");
    }

    private StateData plainData() {
        return data(null, null, false);
    }

    private StateData data(Expression arguments, Expression selector, boolean hasResult) {
        if (compiler.isJsonata()) {
            return new StateData(language, null, arguments, null, Placement.REPLACE, null,
                    compiler.assign(), compiler.template("Output"));
        }
        Placement placement = hasResult ? compiler.placement("ResultPath") : Placement.REPLACE;
        return new StateData(language, compiler.selection("InputPath"), arguments, selector,
                placement, compiler.selection("OutputPath"), compiler.assign(), null);
    }

    private String next() {
        Boolean end = fields.bool("End");
        String next = fields.text("Next");
        if (Boolean.TRUE.equals(end) == (next != null)) {
            fields.problems().error(fields.path(), "These fields are required: exactly one of "
                    + "[Next, End]");
        }
        return next;
    }
}
