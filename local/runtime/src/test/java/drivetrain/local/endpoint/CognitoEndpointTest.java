package drivetrain.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CognitoEndpointTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private LocalAws aws;

    @BeforeEach
    void start() throws Exception {
        aws = new LocalAws(Map.of(), List.of());
    }

    @AfterEach
    void stop() {
        client.close();
        aws.close();
    }

    @Test
    void handsATokenRequestToTheIssuer() throws Exception {
        HttpResponse<String> answer = send(token().header("Authorization", "Basic YTpi")
                .POST(BodyPublishers.ofString("user=alice&scope=customer")));

        assertThat(answer.body()).isEqualTo("\"user=alice&scope=customer Basic YTpi\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void passesARefusalOn() throws Exception {
        assertThat(send(token().POST(BodyPublishers.ofString(""))).statusCode()).isEqualTo(400);
    }

    @Test
    void takesNothingButAPost() throws Exception {
        HttpResponse<String> answer = send(token().GET());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    private HttpRequest.Builder token() {
        return HttpRequest.newBuilder(AwsEndpoint.tokenUrl(aws.address))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
