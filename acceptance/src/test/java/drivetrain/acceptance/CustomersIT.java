package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Customers tell of themselves, and see what they have told; nobody else does. */
@ExtendWith(SharedSystem.class)
class CustomersIT {
    @Test
    void aCustomerKeepsAProfile(Shop shop) {
        Customer ada = shop.customer();
        Answer empty = ada.api().get("/me").expect(200);

        Answer first = put(ada, empty.header("ETag"), profile("Ada Lovelace")).expect(200);
        Answer second = put(ada, first.header("ETag"), profile("Ada King")).expect(200);

        assertThat(empty.body().path("addresses")).isEmpty();
        assertThat(second.number("version")).isEqualTo(2);
        assertThat(ada.api().get("/me").expect(200).body()).isEqualTo(second.body());
        assertThat(second.text("name")).isEqualTo("Ada King");
        assertThat(second.text("customerId")).isEqualTo(ada.id());
        assertThat(shop.customer().api().get("/me").expect(200).body().toString())
                .doesNotContain("Ada");
    }

    @Test
    void nobodyReplacesWhatTheyHaveNotSeen(Shop shop) {
        Customer ada = shop.customer();
        put(ada, "\"0\"", profile("Ada Lovelace")).expect(200);

        assertThat(put(ada, "\"0\"", profile("Ada Lovelace")).status()).as("a retry")
                .isEqualTo(200);
        assertThat(put(ada, "\"0\"", profile("Ada King")).status()).isEqualTo(412);
        assertThat(ada.api().put("/me", profile("Ada King")).status()).isEqualTo(428);
        assertThat(ada.api().get("/me").text("name")).isEqualTo("Ada Lovelace");
    }

    @Test
    void theBusIsToldThatAProfileChangedAndNothingOfThePerson(LocalSystem system, Shop shop) {
        Customer ada = shop.customer();
        String id = "profile-" + UUID.randomUUID();
        try (FunctionLines lines = system.listen()) {
            ada.api().send(ada.api().authorized("/me").header("If-Match", "\"0\"")
                    .header("Content-Type", "application/json").header("X-Correlation-Id", id)
                    .PUT(BodyPublishers.ofString(profile("Ada Lovelace").toString())).build())
                    .expect(200);
            Waiting.untilTrue("the event of the profile", shop.system().patience(),
                    () -> lines.all().stream().anyMatch(line -> line.text().contains(id)
                            && line.function().contains("PublishCustomerChanges")
                            && line.text().contains("\"failed\":0")));

            assertThat(lines.all()).noneMatch(line -> line.text().contains("Lovelace")
                    || line.text().contains("example.org"));
        }
    }

    private static Answer put(Customer customer, String tag, ObjectNode profile) {
        return customer.api().send(customer.api().authorized("/me").header("If-Match", tag)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(profile.toString())).build());
    }

    private static ObjectNode profile(String name) {
        ObjectNode profile = Http.JSON.createObjectNode().put("name", name)
                .put("email", "ada@example.org").put("language", "en")
                .put("defaultAddress", "Workshop");
        profile.putArray("addresses").addObject().put("label", "Workshop").put("name", name)
                .put("street1", "12 St James Square").put("city", "London")
                .put("postalCode", "SW1Y 4JH").put("country", "GB");
        return profile;
    }
}
