package drivetrain.customers.domain;

import java.util.List;
import java.util.Optional;

/** Profiles to test with. */
public final class Samples {
    private Samples() {}

    /** Ada's, with two addresses, the workshop being the default. */
    public static Details ada() {
        return details("Ada Lovelace", "ada@example.org",
                new AddressBook(List.of(address("Home"), address("Workshop")),
                        Optional.of("Workshop")));
    }

    /** A profile's details in English, for a company. */
    public static Details details(String name, String email, AddressBook book) {
        return new Details(Optional.of(name), Optional.of("Analytical Engines Ltd"),
                Optional.of(email), Language.ENGLISH, book);
    }

    /** An address with every line. */
    public static Address address(String label) {
        return new Address(label, "Ada Lovelace", "12 St James Square", Optional.of("Door 3"),
                "London", "SW1Y 4JH", "GB", Optional.of("+44 20 0000"));
    }
}
