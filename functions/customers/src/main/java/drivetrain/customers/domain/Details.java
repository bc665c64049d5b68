package drivetrain.customers.domain;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a customer tells of itself; everything but the language may be left out.
 *
 * @param name 1 to {@value #MAX_TEXT} characters
 * @param company 1 to {@value #MAX_TEXT} characters
 * @param email at most {@value #MAX_EMAIL} characters (RFC 5321, section 4.5.3.1.3); nobody has
 *     checked whose it is
 */
public record Details(Optional<String> name, Optional<String> company, Optional<String> email,
        Language language, AddressBook addressBook) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    /** Of a customer who has told nothing yet. */
    public static final Details NONE = new Details(Optional.empty(), Optional.empty(),
            Optional.empty(), Language.ENGLISH, AddressBook.EMPTY);

    static final int MAX_TEXT = 100;
    static final int MAX_EMAIL = 254;

    /**
     * Checks everything at once.
     *
     * @throws InvalidProfile naming all that is wrong
     */
    public Details {
        requireNonNull(language, "language");
        requireNonNull(addressBook, "addressBook");
        var rules = new Rules().optional("name", name, MAX_TEXT).optional("company", company,
                MAX_TEXT).optional("email", email, MAX_EMAIL);
        email.filter(text -> text.length() <= MAX_EMAIL)
                .ifPresent(text -> rules.matches("email", text, EMAIL, "an e-mail address"));
        rules.check();
    }

    /** What is different in the other. */
    public Set<Field> differences(Details other) {
        var mine = byField();
        var different = new TreeSet<Field>();
        other.byField().forEach((field, value) -> {
            if (!value.equals(mine.get(field))) {
                different.add(field);
            }
        });
        return different;
    }

    private Map<Field, Object> byField() {
        var values = new EnumMap<Field, Object>(Field.class);
        values.put(Field.NAME, name);
        values.put(Field.COMPANY, company);
        values.put(Field.EMAIL, email);
        values.put(Field.LANGUAGE, language);
        values.put(Field.ADDRESSES, addressBook);
        return values;
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Details[" + language.tag() + ", " + addressBook + "]";
    }
}
