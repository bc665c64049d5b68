package drivetrain.redrive;

/** A letter couldn't be delivered, or whoever got it failed again; it stays where it is. */
final class NotTaken extends Exception {
    private static final long serialVersionUID = 1;

    NotTaken(String reason) {
        super(reason);
    }
}
