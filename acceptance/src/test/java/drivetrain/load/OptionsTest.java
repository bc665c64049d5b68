package drivetrain.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void drivesASystemOfItsOwnWithFiveHundredOrdersUnlessToldOtherwise() {
        Options options = Options.parse(List.of());

        assertThat(options.orders()).isEqualTo(500);
        assertThat(options.concurrency()).isEqualTo(16);
        assertThat(options.running()).isEmpty();
    }

    @Test
    void drivesARunningSystem() {
        Options options = Options.parse(List.of("--orders", "7", "--api-url",
                "http://localhost:3000/", "--aws-url", "http://localhost:4566", "--token-url",
                "http://localhost:1/token", "--payments-url", "http://localhost:2",
                "--carrier-url", "http://localhost:3"));

        assertThat(options.orders()).isEqualTo(7);
        assertThat(options.running()).hasValueSatisfying(system -> assertThat(system.api())
                .isEqualTo(URI.create("http://localhost:3000")));
    }

    @ParameterizedTest
    @CsvSource({"--orders 0, --orders needs a number", "--orders, --orders needs a value",
            "--concurrency many, --concurrency needs a number", "--fast, There is no option",
            "--api-url localhost, --api-url needs a URL",
            "--api-url http://localhost:3000, give all five URLs"})
    void saysWhatIsWrong(String arguments, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
