package drivetrain.dynamodb;

/** A table holds an item that this code can't have written. */
public final class MalformedItem extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedItem(String attribute) {
        super("attribute '" + attribute + "' is missing or of another type");
    }
}
