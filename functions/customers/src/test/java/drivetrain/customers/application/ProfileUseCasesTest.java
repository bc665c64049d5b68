package drivetrain.customers.application;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.customers.application.PutProfile.Outcome;
import drivetrain.customers.domain.AddressBook;
import drivetrain.customers.domain.Details;
import drivetrain.customers.domain.Field;
import drivetrain.customers.domain.Profile;
import drivetrain.customers.domain.Samples;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileUseCasesTest {
    private static final CustomerId ADA = new CustomerId("ada");
    private static final Details OTHER = Samples.details("Ada King", "ada@example.org",
            AddressBook.EMPTY);

    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final GetProfile getProfile = new GetProfile(profiles);
    private final PutProfile putProfile = new PutProfile(profiles, Clock.systemUTC());

    @Test
    void showsAnEmptyProfileToWhoHasToldNothing() {
        assertThat(getProfile.get(ADA)).isEqualTo(new Profile(ADA, Details.NONE, 0));
    }

    @Test
    void writesWhatTheCustomerHasSeen() {
        assertThat(put(Samples.ada(), 0)).isEqualTo(stored(Samples.ada(), 1));
        assertThat(put(OTHER, 1)).isEqualTo(stored(OTHER, 2));
        assertThat(getProfile.get(ADA).details()).isEqualTo(OTHER);
    }

    @Test
    void writesNothingOverWhatTheCustomerHasNotSeen() {
        put(Samples.ada(), 0);

        assertThat(put(OTHER, 0)).isEqualTo(new Outcome.Stale());
        assertThat(put(OTHER, 2)).isEqualTo(new Outcome.Stale());
        assertThat(getProfile.get(ADA).details()).isEqualTo(Samples.ada());
    }

    @Test
    void writesTheSameOnceHoweverOftenItIsSent() {
        put(Samples.ada(), 0);

        assertThat(put(Samples.ada(), 0)).isEqualTo(stored(Samples.ada(), 1));
        assertThat(put(Samples.ada(), 1)).isEqualTo(stored(Samples.ada(), 1));
        assertThat(profiles.writes()).isEqualTo(1);
    }

    @Test
    void givesWayToWhoWritesBetweenItsReadAndItsWrite() {
        var overtaken = new InMemoryProfiles() {
            @Override
            public boolean put(Profile profile, Set<Field> changed, Stamp stamp) {
                super.put(Profile.unwritten(ADA).with(OTHER), changed, stamp);
                return super.put(profile, changed, stamp);
            }
        };

        assertThat(new PutProfile(overtaken, Clock.systemUTC()).put(ADA, Samples.ada(), 0,
                new CorrelationId("test"))).isEqualTo(new Outcome.Stale());
        assertThat(overtaken.find(ADA)).hasValueSatisfying(
                profile -> assertThat(profile.details()).isEqualTo(OTHER));
    }

    private Outcome put(Details details, long expected) {
        return putProfile.put(ADA, details, expected, new CorrelationId("test"));
    }

    private static Outcome stored(Details details, long version) {
        return new Outcome.Stored(new Profile(ADA, details, version));
    }
}
