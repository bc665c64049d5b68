package drivetrain.local.template;

import java.util.List;

/**
 * A condition of a policy's statement: one operator on one key.
 *
 * @param operator
 *            one of {@link #OPERATORS}
 * @param key
 *            one of {@link #KEYS}
 * @param values
 *            any of which must match
 */
public record PolicyCondition(String operator, String key, List<String> values) {
    /** The operators that are understood; each is true if the key has a value that matches. */
    static final List<String> OPERATORS = List.of("StringEquals", "StringLike", "ArnEquals",
            "ArnLike", "ForAnyValue:StringEquals", "ForAnyValue:StringLike");
    /** The keys whose values are known locally. */
    static final List<String> KEYS = List.of("aws:SourceArn", "aws:SourceAccount",
            "dynamodb:EnclosingOperation");

    /** Copies the values. */
    public PolicyCondition {
        values = List.copyOf(values);
    }
}
