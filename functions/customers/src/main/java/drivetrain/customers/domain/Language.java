package drivetrain.customers.domain;

import java.util.regex.Pattern;

/**
 * The language that a customer wants to be written to in.
 *
 * @param tag a language, and where it matters a region: {@code en}, {@code pt-BR} (BCP 47)
 */
public record Language(String tag) {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    /** For who hasn't said. */
    public static final Language ENGLISH = new Language("en");

    /**
     * A language.
     *
     * @throws InvalidProfile when it is no such tag
     */
    public Language {
        new Rules().matches("language", tag, TAG, "a language tag such as en or pt-BR").check();
    }
}
