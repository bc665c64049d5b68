package drivetrain.customers.handlers;

import drivetrain.customers.domain.AddressBook;
import drivetrain.customers.domain.Details;
import drivetrain.customers.domain.Language;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A profile as its customer sends it: all of it, so that what is left out is removed. */
@Json
record ProfileBody(String name, String company, String email, String language,
        List<AddressBody> addresses, String defaultAddress) {
    static final JsonType<ProfileBody> TYPE = JsonTypes.strict(ProfileBody.class);

    /** The details; a {@link drivetrain.lambda.BadRequest} says all that is wrong with them. */
    Details toDetails() {
        var checks = new Checks();
        var spoken = Optional.ofNullable(language)
                .flatMap(tag -> checks.part(() -> new Language(tag))).orElse(Language.ENGLISH);
        var book = addressBook(checks);
        var details = checks.part(() -> new Details(Optional.ofNullable(name),
                Optional.ofNullable(company), Optional.ofNullable(email), spoken, book));
        return checks.passed(details);
    }

    private AddressBook addressBook(Checks checks) {
        List<AddressBody> sent = addresses == null ? List.of() : addresses;
        var found = IntStream.range(0, sent.size()).mapToObj(
                i -> checks.part("addresses/" + i, () -> AddressBody.toAddress(sent.get(i))))
                .flatMap(Optional::stream).toList();
        // Where an address isn't right, its label is unknown, so the book can't be judged.
        return found.size() < sent.size()
                ? AddressBook.EMPTY
                : checks.part(() -> new AddressBook(found, Optional.ofNullable(defaultAddress)))
                        .orElse(AddressBook.EMPTY);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ProfileBody[" + language + "]";
    }
}
