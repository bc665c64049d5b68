package drivetrain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {
    @Test
    void answersAsItWasToldAndKeepsWhatItWasAsked() throws Exception {
        try (var server = new ScriptedServer().answer(201, "ä").answer(500, "");
                var client = HttpClient.newHttpClient()) {
            var first = ask(server, client);
            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(first.body()).isEqualTo("ä");
            assertThat(ask(server, client).statusCode()).isEqualTo(500);
            assertThatThrownBy(() -> ask(server, client)).isInstanceOf(IOException.class);

            assertThat(server.asked()).hasSizeGreaterThanOrEqualTo(3).first()
                    .satisfies(asked -> {
                        assertThat(asked.method()).isEqualTo("POST");
                        assertThat(asked.path()).isEqualTo("/things?a=b");
                        assertThat(asked.body()).isEqualTo("ü");
                        assertThat(asked.header("X-Key")).isEqualTo("k");
                        assertThat(asked.header("X-None")).isNull();
                    });
        }
    }

    private static HttpResponse<String> ask(ScriptedServer server, HttpClient client)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.base().resolve("/things?a=b"))
                .header("X-Key", "k").POST(BodyPublishers.ofString("ü")).build(),
                BodyHandlers.ofString());
    }
}
