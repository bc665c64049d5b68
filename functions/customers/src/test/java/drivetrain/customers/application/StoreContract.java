package drivetrain.customers.application;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.customers.domain.Details;
import drivetrain.customers.domain.Field;
import drivetrain.customers.domain.Profile;
import drivetrain.customers.domain.Samples;
import drivetrain.kernel.CorrelationId;
import drivetrain.kernel.CustomerId;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every storage of profiles promises. */
public abstract class StoreContract {
    private static final Stamp STAMP = new Stamp(new CorrelationId("test"),
            Instant.parse("2026-01-01T08:00:00.250Z"));
    private static final CustomerId ADA = new CustomerId("ada");

    private ProfileStore profiles;

    /** Empty. */
    protected abstract ProfileStore profiles();

    @BeforeEach
    void open() {
        profiles = profiles();
    }

    @Test
    void keepsEachCustomersProfileToTheLastLine() {
        var first = Profile.unwritten(ADA).with(Samples.ada());

        assertThat(profiles.find(ADA)).isEmpty();
        assertThat(profiles.put(first, Set.of(Field.NAME), STAMP)).isTrue();
        assertThat(profiles.find(ADA)).hasValue(first);
        assertThat(profiles.find(new CustomerId("bob"))).isEmpty();
    }

    @Test
    void forgetsWhatTheNextVersionLeavesOut() {
        var first = Profile.unwritten(ADA).with(Samples.ada());
        var second = first.with(Details.NONE);
        profiles.put(first, Set.of(Field.NAME), STAMP);

        assertThat(profiles.put(second, Set.of(Field.NAME), STAMP)).isTrue();
        assertThat(profiles.find(ADA)).hasValue(second);
    }

    @Test
    void writesOnlyTheNextVersion() {
        var first = Profile.unwritten(ADA).with(Samples.ada());
        var second = first.with(Details.NONE);

        assertThat(profiles.put(second, Set.of(Field.NAME), STAMP)).isFalse();
        assertThat(profiles.put(first, Set.of(Field.NAME), STAMP)).isTrue();
        assertThat(profiles.put(first, Set.of(Field.NAME), STAMP)).isFalse();
        assertThat(profiles.put(second, Set.of(Field.NAME), STAMP)).isTrue();
        assertThat(profiles.put(second, Set.of(Field.NAME), STAMP)).isFalse();
    }
}
