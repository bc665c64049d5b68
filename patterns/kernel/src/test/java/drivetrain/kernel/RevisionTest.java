package drivetrain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static final OrderId ORDER = new OrderId("o-1");
    private static final Cause CAUSE = new Cause(new CorrelationId("c"),
            Instant.parse("2026-01-01T08:00:00.123456Z"));

    @Test
    void countsFromOneWithoutGaps() {
        var first = Revision.first(ORDER, CAUSE);

        assertThat(first.version()).isEqualTo(1);
        assertThat(first.next(CAUSE)).isEqualTo(new Revision(ORDER, 2, CAUSE));
        assertThatThrownBy(() -> new Revision(ORDER, 0, CAUSE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTimesAsTheyAreStored() {
        assertThat(CAUSE.at()).isEqualTo("2026-01-01T08:00:00.123Z");
    }
}
