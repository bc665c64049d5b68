package drivetrain.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One write of a view into some generations of an item at once. It is made only if none of the
 * guarded generations shows a later version, one of the written ones is older or absent, and the
 * item has no generation that is newer than the guarded ones. Either way the answer is the item as
 * it was before.
 */
final class GuardedWrite {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final String update;
    private final String condition;

    /**
     * A write.
     *
     * @param written the generations to write
     * @param guarded those that mustn't be later; all of the written ones, at least
     */
    GuardedWrite(View view, SortedSet<Long> written, SortedSet<Long> guarded) {
        names.put("#version", GenerationTable.VERSION);
        names.put("#newest", GenerationTable.NEWEST);
        values.put(":version", number(view.version()));
        values.put(":newest", number(guarded.last()));
        values.put(":view", AttributeValue.fromM(view.content()
                .number(GenerationTable.VERSION, view.version()).attributes()));
        guarded.forEach(one -> names.put(alias(one), GenerationTable.name(one)));
        view.shared().attributes().forEach((name, value) -> {
            names.put("#s_" + name, name);
            values.put(":s_" + name, value);
        });
        this.update = Stream.of(Stream.of("#newest = :newest"),
                written.stream().map(one -> alias(one) + " = :view"),
                view.shared().attributes().keySet().stream()
                        .map(name -> "#s_" + name + " = :s_" + name))
                .flatMap(parts -> parts).collect(Collectors.joining(", ", "SET ", ""));
        this.condition = "(attribute_not_exists(#newest) OR #newest <= :newest) AND "
                + guarded.stream().map(one -> "(" + absentOr(one, "<=") + ")")
                        .collect(Collectors.joining(" AND "))
                + written.stream().map(one -> absentOr(one, "<"))
                        .collect(Collectors.joining(" OR ", " AND (", ")"));
    }

    private static String absentOr(long generation, String comparison) {
        return "attribute_not_exists(" + alias(generation) + ") OR " + alias(generation)
                + ".#version " + comparison + " :version";
    }

    private static String alias(long generation) {
        return "#g" + generation;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    UpdateItemRequest to(String table, Map<String, AttributeValue> key) {
        return UpdateItemRequest.builder().tableName(table).key(key).updateExpression(update)
                .conditionExpression(condition).expressionAttributeNames(names)
                .expressionAttributeValues(values).returnValues(ReturnValue.ALL_OLD)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }
}
