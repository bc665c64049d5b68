package drivetrain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void countsTenOrdersUnlessToldOtherwise() {
        assertThat(Options.parse(List.of()))
                .isEqualTo(new Options(10, Assumptions.DEFAULT, false));
    }

    @Test
    void takesOtherAssumptions() {
        Options options = Options.parse(List.of("--orders", "2", "--gets", "9",
                "--invocation-millis", "25", "--provider-millis", "300", "--traced-percent", "1"));

        assertThat(options.orders()).isEqualTo(2);
        assertThat(options.assumed()).isEqualTo(new Assumptions(Duration.ofMillis(25),
                Duration.ofMillis(300), Assumptions.DEFAULT.platformBytes(), 0.01, 9));
    }

    @ParameterizedTest
    @CsvSource({"--gets, nothing", "--orders many, --orders needs a number",
            "--fast, There is no option"})
    void saysWhatIsWrong(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
