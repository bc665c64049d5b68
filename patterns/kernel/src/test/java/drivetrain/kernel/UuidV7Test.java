package drivetrain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {
    private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.123Z");

    private final UuidV7 ids = new UuidV7(Clock.fixed(NOW, ZoneOffset.UTC),
            new SplittableRandom(7));

    @Test
    void carriesVersionVariantAndTime() {
        var id = UUID.fromString(ids.next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void neverRepeatsWithinAMillisecond() {
        var made = Stream.generate(ids::next).limit(10_000).collect(Collectors.toSet());

        assertThat(made).hasSize(10_000);
    }

    @Test
    void sortsByTime() {
        var later = new UuidV7(Clock.fixed(NOW.plusMillis(1), ZoneOffset.UTC),
                new SplittableRandom(1));

        assertThat(ids.next()).isLessThan(later.next());
    }
}
