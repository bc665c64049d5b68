package drivetrain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void hasDefaults() {
        assertThat(CommandLine.parse(List.of())).isEqualTo(new CommandLine(Path.of("template.yaml"),
                3000, 4566, Map.of(), true, false, OptionalInt.empty(), false, false));
    }

    @Test
    void readsEveryOption() {
        CommandLine parsed = CommandLine.parse(List.of("--api-port", "0", "--aws-port", "8001",
                "--template", "other.yaml", "--param", "A=1", "--param", "B=x=y", "--no-seed",
                "--logs", "--debug", "5006", "--check", "--help"));

        assertThat(parsed).isEqualTo(new CommandLine(Path.of("other.yaml"), 0, 8001,
                Map.of("A", "1", "B", "x=y"), false, true, OptionalInt.of(5006), true, true));
    }

    @Test
    void saysWhatIsWrongInOneSentence() {
        assertThatThrownBy(() -> CommandLine.parse(List.of("--apiport")))
                .hasMessage("There is no option --apiport; see ./start --help.");
        assertThatThrownBy(() -> CommandLine.parse(List.of("--api-port")))
                .hasMessage("--api-port needs a value; see ./start --help.");
        assertThatThrownBy(() -> CommandLine.parse(List.of("--api-port", "65536")))
                .hasMessage("--api-port needs a port number, not 65536.");
        assertThatThrownBy(() -> CommandLine.parse(List.of("--param", "=1")))
                .hasMessage("--param needs name=value, not =1.");
    }
}
