package drivetrain.states.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drivetrain.states.expression.Digests;
import drivetrain.states.expression.RandomValues;
import drivetrain.states.expression.Surroundings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The functions that Step Functions adds to JSONata, and those that must take time and chance from
 * the engine.
 *
 * <p>Source: Developer Guide, "JSONata functions provided by Step Functions".
 */
final class Functions {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_ELEMENTS = 1_000_000;

    private Functions() {}

    /** Registers what depends on nothing but its arguments. */
    static void register(Jsonata expression) {
        expression.registerFunction("partition", function(args -> partition(list(args, 0),
                integer(args, 1))));
        expression.registerFunction("range", function(args -> range(number(args, 0),
                number(args, 1), number(args, 2))));
        expression.registerFunction("hash", function(args -> Digests.hex(text(args, 0),
                args.size() > 1 ? text(args, 1) : "SHA-256")));
        expression.registerFunction("eval", function(_ -> {
            throw new IllegalArgumentException("the function $eval is not supported");
        }));
        expression.registerFunction("parse", function(args -> parse(text(args, 0))));
    }

    /** Binds what depends on time and chance. */
    static void bind(Jsonata.Frame frame, Surroundings surroundings) {
        frame.bind("uuid", function(_ -> RandomValues.uuid(surroundings.random())));
        frame.bind("random", function(args -> random(args, surroundings)));
        frame.bind("millis", function(_ -> surroundings.clock().get().toEpochMilli()));
        Instant now = surroundings.clock().get().truncatedTo(ChronoUnit.MILLIS);
        frame.bind("now", function(args -> args.isEmpty()
                ? timestamp(now)
                : com.dashjoin.jsonata.Functions.dateTimeFromMillis(now.toEpochMilli(),
                        (String) args.get(0), args.size() > 1 ? (String) args.get(1) : null)));
    }

    private interface Body {
        Object call(List<?> arguments) throws Throwable;
    }

    private static Jsonata.JFunction function(Body body) {
        return new Jsonata.JFunction((_, arguments) -> body.call(arguments), null);
    }

    private static String timestamp(Instant now) {
        String text = now.toString();
        return text.length() == 20 ? text.substring(0, 19) + ".000Z" : text;
    }

    private static Object random(List<?> arguments, Surroundings surroundings) {
        if (arguments.isEmpty()) {
            return surroundings.random().nextDouble();
        }
        return new Random(number(arguments, 0).longValue()).nextDouble();
    }

    private static Object partition(List<?> list, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("the chunk size must be positive");
        }
        List<Object> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            chunks.add(new ArrayList<>(list.subList(from, Math.min(list.size(), from + size))));
        }
        return chunks;
    }

    private static Object range(Number first, Number last, Number step) {
        double by = step.doubleValue();
        double count = Math.floor((last.doubleValue() - first.doubleValue()) / by) + 1;
        if (by == 0 || count > MOST_ELEMENTS) {
            throw new IllegalArgumentException("the range would have too many elements");
        }
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double value = first.doubleValue() + i * by;
            numbers.add(value == Math.rint(value) ? (Object) (long) value : (Object) value);
        }
        return numbers;
    }

    private static Object parse(String text) throws JsonProcessingException {
        JsonNode node = MAPPER.readTree(text);
        return node.isMissingNode() ? null : Values.toJsonata(node);
    }

    private static List<?> list(List<?> arguments, int index) {
        return argument(arguments, index) instanceof List<?> list
                ? list
                : List.of(argument(arguments, index));
    }

    private static String text(List<?> arguments, int index) {
        if (argument(arguments, index) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("argument " + (index + 1) + " must be a string");
    }

    private static int integer(List<?> arguments, int index) {
        return (int) Math.floor(number(arguments, index).doubleValue());
    }

    private static Number number(List<?> arguments, int index) {
        if (argument(arguments, index) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("argument " + (index + 1) + " must be a number");
    }

    private static Object argument(List<?> arguments, int index) {
        if (index >= arguments.size() || arguments.get(index) == null) {
            throw new IllegalArgumentException("argument " + (index + 1) + " is missing");
        }
        return arguments.get(index);
    }
}
