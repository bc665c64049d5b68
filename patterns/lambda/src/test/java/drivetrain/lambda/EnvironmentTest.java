package drivetrain.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    record Config(String table, Duration timeout, URI provider) {}

    private static Config read(Map<String, String> variables) {
        return Environment.read(variables, from -> new Config(from.text("TABLE"),
                from.millis("TIMEOUT_MILLIS"), from.uri("PROVIDER_URL")));
    }

    @Test
    void readsTypedValues() {
        var config = read(Map.of("TABLE", "stock", "TIMEOUT_MILLIS", "1500", "PROVIDER_URL",
                "https://api.example.org"));

        assertThat(config).isEqualTo(new Config("stock", Duration.ofMillis(1_500),
                URI.create("https://api.example.org")));
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> read(Map.of("TIMEOUT_MILLIS", "0", "PROVIDER_URL", "nowhere")))
                .isInstanceOf(InvalidEnvironment.class).hasMessageContaining("TABLE is missing")
                .hasMessageContaining("TIMEOUT_MILLIS is malformed (must be more than zero)")
                .hasMessageContaining("PROVIDER_URL is malformed (not absolute)");
    }

    @Test
    void reportsWhatTheRecordItselfRefuses() {
        assertThatThrownBy(() -> Environment.read(Map.of(), from -> {
            throw new IllegalArgumentException("lease longer than wait");
        })).isInstanceOf(InvalidEnvironment.class).hasMessageContaining("lease longer than wait");
    }
}
