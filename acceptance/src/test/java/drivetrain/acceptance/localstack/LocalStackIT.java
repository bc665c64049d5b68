package drivetrain.acceptance.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.Product;
import drivetrain.acceptance.SharedSystem;
import drivetrain.acceptance.Shop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the front door would hide of a stack on LocalStack. */
@ExtendWith(SharedSystem.class)
class LocalStackIT {
    /** So the OpenAPI file that was deployed leads to the functions that were deployed. */
    @Test
    void aRouteWithoutATokenWorksAtItsOwnGateway(LocalStackSystem system, Shop shop)
            throws Exception {
        Product servo = shop.product(12_900, 1);
        URI product = URI.create(system.ownGateway() + "/products/" + servo.sku());

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(product).build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"" + servo.sku() + "\"");
        }
    }
}
