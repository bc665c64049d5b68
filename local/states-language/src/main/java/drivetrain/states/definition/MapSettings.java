package drivetrain.states.definition;

import drivetrain.states.expression.Expression;
import drivetrain.states.task.TaskResource;
import java.util.List;

/**
 * How a Map state iterates. What isn't given is null.
 *
 * @param distributed whether each item is a child execution of its own
 * @param items the array ({@code ItemsPath} or {@code Items})
 * @param itemSelector makes the input of an iteration
 * @param batcher groups items
 * @param reader takes the items from a service
 * @param writer gives the results to a service
 * @param maxConcurrency how many iterations run at once
 * @param toleratedFailureCount how many may fail
 * @param toleratedFailurePercentage how many of a hundred may fail
 */
public record MapSettings(boolean distributed, Expression items, Expression itemSelector,
        Batcher batcher, Reader reader, Writer writer, Limit maxConcurrency,
        Limit toleratedFailureCount, Limit toleratedFailurePercentage) {

    /**
     * A number that may be computed.
     *
     * @param field its name, for messages
     * @param source the path, for messages, or null
     * @param value what computes it
     */
    public record Limit(String field, String source, Expression value) {}

    /**
     * How items are grouped; at least one limit is given.
     *
     * @param maxItems per batch, or null
     * @param maxBytes per batch, or null
     * @param input goes with each batch, or null
     */
    public record Batcher(Limit maxItems, Limit maxBytes, Expression input) {}

    /**
     * Where items come from.
     *
     * @param resource what reads them
     * @param arguments its arguments
     * @param inputType JSON, CSV, JSONL, MANIFEST, or null where the resource decides
     * @param maxItems at most so many, or null
     * @param csvHeaderGiven whether the header is in the definition
     * @param csvHeaders the header in the definition, or empty
     * @param delimiter of CSV
     */
    public record Reader(TaskResource resource, Expression arguments, String inputType,
            Limit maxItems, boolean csvHeaderGiven, List<String> csvHeaders,
            char delimiter) {}

    /**
     * Where results go.
     *
     * @param resource what writes them
     * @param arguments its arguments
     */
    public record Writer(TaskResource resource, Expression arguments) {}
}
