package drivetrain.projection;

import static java.util.Objects.requireNonNull;

import drivetrain.dynamodb.Item;

/**
 * A view of a stream, as it is written.
 *
 * @param version the version of the stream that it shows
 * @param shared attributes that are the same in all generations: the keys of the table's indexes
 * @param content all else
 */
public record View(long version, Item shared, Item content) {
    public View {
        requireNonNull(shared, "shared");
        requireNonNull(content, "content");
        if (version < 1) {
            throw new IllegalArgumentException("a view shows version 1 or later: " + version);
        }
    }
}
