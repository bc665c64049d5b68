package drivetrain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void isTheSameForTheSameParts() {
        assertThat(of("a", "b")).isEqualTo(of("a", "b")).hasSize(64);
    }

    @Test
    void seesWhereOnePartEnds() {
        assertThat(of("ab", "c")).isNotEqualTo(of("a", "bc"));
        assertThat(of("a", "b")).isNotEqualTo(of("b", "a"));
        assertThat(of("1:a")).isNotEqualTo(of("1", "a"));
    }

    @Test
    void tellsAnAbsentPartFromAnEmptyOne() {
        assertThat(new Fingerprint().add(Optional.of("")).toHex())
                .isNotEqualTo(new Fingerprint().add(Optional.empty()).toHex());
    }

    private static String of(String... parts) {
        var fingerprint = new Fingerprint();
        for (var part : parts) {
            fingerprint.add(part);
        }
        return fingerprint.toHex();
    }
}
