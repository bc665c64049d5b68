package drivetrain.customers.domain;

/**
 * One thing that is wrong with a profile.
 *
 * @param field where, as a path of names and places: {@code addresses/1/label}
 * @param detail what is wrong there; never the value itself
 */
public record Violation(String field, String detail) {}
