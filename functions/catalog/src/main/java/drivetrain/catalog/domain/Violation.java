package drivetrain.catalog.domain;

/**
 * One thing that is wrong with a data sheet.
 *
 * @param field its name, as in requests
 */
public record Violation(String field, String detail) {}
