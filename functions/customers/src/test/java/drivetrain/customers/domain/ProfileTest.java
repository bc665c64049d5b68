package drivetrain.customers.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import drivetrain.kernel.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @Test
    void countsItsWrites() {
        var unwritten = Profile.unwritten(new CustomerId("ada"));
        var written = unwritten.with(Samples.ada());

        assertThat(unwritten.version()).isZero();
        assertThat(unwritten.details()).isEqualTo(Details.NONE);
        assertThat(written.version()).isEqualTo(1);
        assertThat(written.details()).isEqualTo(Samples.ada());
    }

    @Test
    void saysWhatIsDifferent() {
        var ada = Samples.ada();
        var other = Samples.details("Ada King", "ada@example.org", AddressBook.EMPTY);

        assertThat(ada.differences(Samples.ada())).isEmpty();
        assertThat(ada.differences(other)).containsExactly(Field.NAME, Field.ADDRESSES);
        assertThat(Details.NONE.differences(ada)).containsExactly(Field.NAME, Field.COMPANY,
                Field.EMAIL, Field.ADDRESSES);
        assertThat(Details.NONE.differences(new Details(Optional.empty(), Optional.empty(),
                Optional.empty(), new Language("de"), AddressBook.EMPTY)))
                .containsExactly(Field.LANGUAGE);
    }

    @Test
    void namesAllThatIsWrongWithAnAddress() {
        var invalid = catchThrowableOfType(InvalidProfile.class,
                () -> new Address(" ", "Ada", null, Optional.of("x".repeat(101)), "London",
                        "123456789012345678901", "uk", Optional.of("")));

        assertThat(invalid.violations()).extracting(Violation::field).containsExactly("label",
                "street1", "street2", "postalCode", "country", "phone");
        assertThat(invalid).hasMessageNotContaining("12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "ada", "@example.org", "ada@@example.org", "ada@example..org",
            "ada@example.org.", "a b@example.org", "ada@exam ple.org", "a@b@example.org"})
    void refusesWhatIsNoEmailAddress(String email) {
        assertThatThrownBy(() -> Samples.details("Ada", email, AddressBook.EMPTY))
                .isInstanceOf(InvalidProfile.class).hasMessageContaining("email")
                .hasMessageNotContaining(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "ada.l+shop@mail.example.org", "ädä@exämple.org",
            "o'neill@example.co"})
    void takesEmailAddresses(String email) {
        assertThat(Samples.details("Ada", email, AddressBook.EMPTY).email()).hasValue(email);
    }

    @Test
    void endsSoonHoweverLongAnEmailAddressIs() {
        assertThatThrownBy(() -> Samples.details("Ada", "a".repeat(64) + "@" + "b.".repeat(90_000),
                AddressBook.EMPTY)).isInstanceOf(InvalidProfile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "evil\u202eroda", "\ud800", "a\u200bb"})
    void refusesTextThatDoesNotShow(String name) {
        assertThatThrownBy(() -> Samples.details(name, "a@b.org", AddressBook.EMPTY))
                .isInstanceOf(InvalidProfile.class).hasMessageContaining("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Łukasz Żółć", "李小龍", "O’Neill-Müller", "🚀 Rockets"})
    void takesNamesOfAllScripts(String name) {
        assertThat(Samples.details(name, "a@b.org", AddressBook.EMPTY).name()).hasValue(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EN", "english", "en_GB", "en-gb", "e"})
    void refusesWhatIsNoLanguage(String tag) {
        assertThatThrownBy(() -> new Language(tag)).isInstanceOf(InvalidProfile.class);
    }

    @Test
    void hasExactlyOneDefaultAmongItsAddresses() {
        var home = List.of(Samples.address("Home"));

        assertThat(new AddressBook(home, Optional.of("Home")).defaultLabel()).hasValue("Home");
        assertThatThrownBy(() -> new AddressBook(home, Optional.empty()))
                .hasMessageContaining("defaultAddress");
        assertThatThrownBy(() -> new AddressBook(home, Optional.of("Work")))
                .hasMessageContaining("defaultAddress");
        assertThatThrownBy(() -> new AddressBook(List.of(), Optional.of("Home")))
                .hasMessageContaining("defaultAddress");
    }

    @Test
    void tellsAddressesApartByTheirLabels() {
        assertThatThrownBy(() -> new AddressBook(
                List.of(Samples.address("Home"), Samples.address("HOME")), Optional.of("Home")))
                .hasMessageContaining("addresses/1/label");
    }

    @Test
    void hasAtMostTwentyAddresses() {
        var many = IntStream.rangeClosed(0, 20).mapToObj(i -> Samples.address("A" + i)).toList();

        assertThat(new AddressBook(many.subList(0, 20), Optional.of("A0")).addresses())
                .hasSize(20);
        assertThatThrownBy(() -> new AddressBook(many, Optional.of("A0")))
                .hasMessageContaining("20 at most");
    }

    @Test
    void showsNothingOfThePersonInItsText() {
        var profile = Profile.unwritten(new CustomerId("c-1")).with(Samples.ada());

        assertThat(profile.toString()).doesNotContainIgnoringCase("ada", "London", "St James",
                "SW1Y", "+44", "Engines");
    }
}
