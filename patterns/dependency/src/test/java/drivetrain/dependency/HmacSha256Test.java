package drivetrain.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacSha256Test {
    /** RFC 4231, test case 2. */
    private static final String SIGNATURE = "5bdcc146bf60754e6a042426089575c7"
            + "5a003f089d2739839dec58b964ec3843";
    private final HmacSha256 hmac = new HmacSha256("Jefe");

    @Test
    void signsAsTheStandardSays() {
        assertThat(hmac.sign("what do ya want for nothing?")).isEqualTo(SIGNATURE);
        assertThat(hmac.matches("what do ya want for nothing?", SIGNATURE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz", "5bdcc146bf60754e6a042426089575c7"})
    void refusesAnythingElse(String forged) {
        assertThat(hmac.matches("what do ya want for nothing?", forged)).isFalse();
        assertThat(hmac.matches("What do ya want for nothing?", SIGNATURE)).isFalse();
        assertThat(new HmacSha256("jefe").matches("what do ya want for nothing?", SIGNATURE))
                .isFalse();
    }

    @Test
    void keepsItsSecretOutOfText() {
        assertThat(hmac.toString()).doesNotContain("Jefe");
    }
}
