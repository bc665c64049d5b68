package drivetrain.acceptance.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.LocalSystem;
import drivetrain.acceptance.SharedSystem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The door before LocalStack, before the local runtime's functions, which answer Invoke as well. */
@ExtendWith(SharedSystem.class)
class FrontDoorIT {
    private static final String OWN = "/me";
    private static final String FOR_STAFF = "/circuits";
    private static final Map<String, String> UNTHROTTLED = Map.of("RequestsPerSecond", "10000");

    private final HttpClient client = HttpClient.newHttpClient();
    private FrontDoor door;

    @BeforeEach
    void open(LocalSystem system) {
        // Under another name, so that functions are found by their logical ids.
        door = FrontDoor.open(FrontDoor.read(system.aws().place().endpoint().orElseThrow(),
                "elsewhere", "eu-central-1", UNTHROTTLED), system.aws());
    }

    @AfterEach
    void close() {
        door.close();
        client.close();
    }

    @Test
    void asksTheAuthorizerAndSendsOnWhatTheGatewayWould(LocalSystem system) throws Exception {
        String ada = system.token("ada-" + System.nanoTime(), "customer");

        assertThat(get(OWN, "")).isEqualTo(401);
        assertThat(get(OWN, "Bearer garbage")).isEqualTo(401);
        assertThat(get(OWN, "Bearer " + system.token("ada", "customer", "drivetrain",
                Duration.ofHours(-1)))).isEqualTo(401);
        assertThat(get(OWN, "Bearer " + ada)).isEqualTo(200);
        assertThat(get(FOR_STAFF, "Bearer " + ada)).isEqualTo(403);
        assertThat(get(FOR_STAFF, "Bearer " + system.token("bob", "staff"))).isEqualTo(200);
    }

    @Test
    void checksRequestsByTheDefinition(LocalSystem system) throws Exception {
        HttpResponse<String> answer = client.send(HttpRequest
                .newBuilder(URI.create(door.url() + "/orders"))
                .header("Authorization", "Bearer " + system.token("ada", "customer"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
    }

    @Test
    void warmsUpWithoutHarm() throws Exception {
        door.warmUp();

        assertThat(get("/products", "")).isEqualTo(200);
        assertThat(door.partnerKey()).isPresent();
    }

    private int get(String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(door.url() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
