package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators decide about a circuit, and what clients who wait notice of it. */
@ExtendWith(SharedSystem.class)
class CircuitOperatorsIT {
    private static final String OVERRIDE = "/circuits/carrier/shipments/override";
    private static final int ENOUGH_FAILURES = 5;

    @Test
    void whileACircuitIsForcedOpenQuotesFailAtOnceAndTheCarrierIsNotAsked(Shop shop) {
        Api staff = shop.staff();
        quote(shop).expect(200);
        long asked = shop.system().carrier().calls("create");

        staff.put(OVERRIDE, decision("FORCED_OPEN")).expect(200);
        Answer refused = quote(shop).expect(503);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(590, 600);
        assertThat(shop.system().carrier().calls("create")).as("calls of the carrier")
                .isEqualTo(asked);
        assertThat(carrierOf(staff.get("/circuits").expect(200)).path("override")
                .path("reason").asText()).isEqualTo("The carrier announced maintenance");

        staff.send(staff.authorized(OVERRIDE).DELETE().build()).expect(204);
        quote(shop).expect(200);
    }

    @Test
    void aCarrierThatFailsSeveralCustomersIsAskedNoMoreUntilItMayBeProbed(Shop shop) {
        Provider carrier = shop.system().carrier();
        carrier.goDown();
        for (int call = 0; call < ENOUGH_FAILURES; call++) {
            quote(shop).expect(503);
        }

        JsonNode open = carrierOf(shop.staff().get("/circuits").expect(200));
        assertThat(open.path("state").asText()).isEqualTo("OPEN");
        assertThat(open.path("retryAt").asText()).isGreaterThan(open.path("since").asText());

        carrier.heal();
        Waiting.untilTrue("the circuit to close", shop.system().patience(),
                () -> quote(shop).status() == 200 && carrierOf(shop.staff().get("/circuits"))
                        .path("state").asText().equals("CLOSED"));
    }

    @Test
    void whileACircuitIsDisabledNothingIsCounted(Shop shop) {
        shop.staff().put(OVERRIDE, decision("DISABLED")).expect(200);
        shop.system().carrier().goDown();

        for (int call = 0; call < 2 * ENOUGH_FAILURES; call++) {
            quote(shop).expect(503);
        }

        JsonNode circuit = carrierOf(shop.staff().get("/circuits").expect(200));
        assertThat(circuit.path("state").asText()).isEqualTo("CLOSED");
        assertThat(circuit.path("failures").asInt()).isZero();
    }

    private static Answer quote(Shop shop) {
        var body = Http.JSON.createObjectNode().put("massGrams", 820);
        body.putObject("shipTo").put("name", "Ada Byron").put("street1", "Ring 1")
                .put("city", "Köln").put("postalCode", "50667").put("country", "DE");
        return shop.customer().api().post("/shipping/quotes", body);
    }

    private static JsonNode decision(String mode) {
        return Http.JSON.createObjectNode().put("mode", mode).put("minutes", 10)
                .put("reason", "The carrier announced maintenance");
    }

    private static JsonNode carrierOf(Answer circuits) {
        for (JsonNode circuit : circuits.body().path("circuits")) {
            if (circuit.path("circuit").asText().equals("carrier#shipments")) {
                return circuit;
            }
        }
        throw new AssertionError("no circuit of the carrier in " + circuits);
    }
}
