package drivetrain.states.engine;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.states.definition.MapSettings;
import drivetrain.states.definition.Results;
import drivetrain.states.expression.EvaluationContext;
import drivetrain.states.expression.EvaluationFailure;

/** How many iterations run at once, and how many may fail. */
final class MapLimits {

    /** AWS runs at most so many iterations of an inline map at once. */
    private static final int MOST_INLINE = 40;
    private static final int MOST_DISTRIBUTED = 1_000;

    private final int concurrency;
    private final Integer toleratedCount;
    private final Integer toleratedPercentage;

    MapLimits(MapSettings settings, EvaluationContext context) {
        Integer wanted = value(settings.maxConcurrency(), context);
        int most = settings.distributed() ? MOST_DISTRIBUTED : MOST_INLINE;
        concurrency = wanted == null || wanted == 0 ? most : Math.min(wanted, most);
        toleratedCount = value(settings.toleratedFailureCount(), context);
        toleratedPercentage = value(settings.toleratedFailurePercentage(), context);
        if (toleratedPercentage != null && toleratedPercentage > 100) {
            throw EvaluationFailure.runtime(
                    "ToleratedFailurePercentage must be between 0 and 100.");
        }
    }

    int concurrency() {
        return concurrency;
    }

    boolean tolerate(int failures, int total) {
        boolean count = toleratedCount != null && failures <= toleratedCount;
        boolean percentage = toleratedPercentage != null
                && failures * 100L <= (long) toleratedPercentage * total;
        if (toleratedCount != null && toleratedPercentage != null) {
            return count && percentage;
        }
        return count || percentage;
    }

    /** The number, or null if none is given. */
    static Integer value(MapSettings.Limit limit, EvaluationContext context) {
        if (limit == null) {
            return null;
        }
        JsonNode value = limit.value().evaluate(context);
        Integer number = integer(value);
        if (number == null) {
            throw limit.source() == null
                    ? Results.unexpected(limit.value(), limit.field(), "integer", value)
                    : EvaluationFailure.runtime("The " + limit.field()
                            + "Path field refers to value \""
                            + (value.isTextual() ? value.textValue() : value)
                            + "\" which is not a valid integer: " + limit.source());
        }
        if (number < 0) {
            throw EvaluationFailure.runtime(limit.field() + " cannot be negative.");
        }
        return number;
    }

    private static Integer integer(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        try {
            return value.isTextual() ? Integer.valueOf(value.textValue()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
