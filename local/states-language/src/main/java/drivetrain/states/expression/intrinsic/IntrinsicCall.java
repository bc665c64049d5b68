package drivetrain.states.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;
import drivetrain.states.expression.Expression;
import drivetrain.states.expression.InvalidExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A call of an intrinsic function, whose arguments may be calls. */
public final class IntrinsicCall implements Expression {

    private final String name;
    private final IntrinsicFunction function;
    private final List<Expression> arguments;

    IntrinsicCall(String name, IntrinsicFunction function, List<Expression> arguments) {
        this.name = name;
        this.function = function;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * Compiles a call.
     *
     * @param text for instance {@code States.Format('{}', $.name)}
     * @param field where it stands, for messages
     * @return the call
     * @throws InvalidExpression if it isn't one
     */
    public static Expression compile(String text, String field) throws InvalidExpression {
        return new IntrinsicParser(text, field).parse();
    }

    @Override
    public JsonNode evaluate(EvaluationContext context) {
        List<JsonNode> values = new ArrayList<>(arguments.size());
        for (Expression argument : arguments) {
            values.add(argument.evaluate(context));
        }
        try {
            return function.apply(new Arguments(values), context.surroundings());
        } catch (IllegalArgumentException e) {
            throw new EvaluationFailure(EvaluationFailure.INTRINSIC_FAILURE,
                    "The function '" + name + "' had the following error: " + e.getMessage());
        }
    }

    @Override
    public Set<String> variables() {
        Set<String> names = new HashSet<>();
        arguments.forEach(a -> names.addAll(a.variables()));
        return names;
    }
}
