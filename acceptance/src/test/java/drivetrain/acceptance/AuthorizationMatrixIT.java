package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may call what: every route and method of the OpenAPI file, called by everybody, with an empty
 * and with a filled cache of the authorizer. What is expected follows from the file alone, so a new
 * route is in the matrix as soon as it is in the file.
 */
@ExtendWith(SharedSystem.class)
class AuthorizationMatrixIT {
    /** A route isn't opened to everybody by leaving its security out: it has to be named here. */
    private static final Set<String> OPEN_TO_EVERYBODY = Set.of("GET /products",
            "GET /products/recommendations", "GET /products/{sku}");
    private static final Duration HOUR = Duration.ofHours(1);

    /** Who calls. */
    private enum Caller {
        NOBODY, GARBAGE, EXPIRED, WRONG_AUDIENCE, OWNER, ANOTHER_CUSTOMER, STAFF;

        /** The value of the header; empty for none. */
        String authorization(DrivetrainSystem system, Customer owner) {
            return switch (this) {
                case NOBODY -> "";
                case GARBAGE -> "Bearer garbage." + System.nanoTime();
                case EXPIRED ->
                    "Bearer " + system.token(owner.id(), "customer", DrivetrainSystem.AUDIENCE,
                            HOUR.negated());
                case WRONG_AUDIENCE -> "Bearer " + system.token(owner.id(), "customer",
                        "another-api", HOUR);
                case OWNER -> "Bearer " + system.token(owner.id(), "customer");
                case ANOTHER_CUSTOMER -> "Bearer " + system.token("eve-" + owner.id(),
                        "customer");
                case STAFF -> "Bearer " + system.token("staff-" + owner.id(), "staff");
            };
        }

        Set<Integer> expectedOf(Operation operation) {
            if (operation.metered()) {
                return Set.of(403);
            }
            if (!operation.secured()) {
                return operation.signature().isPresent() ? Set.of(400) : operation.successes();
            }
            return switch (this) {
                case NOBODY, GARBAGE, EXPIRED, WRONG_AUDIENCE -> Set.of(401);
                case OWNER -> allowed(operation, "customer");
                case ANOTHER_CUSTOMER -> operation.owned()
                        ? Set.of(404)
                        : allowed(operation, "customer");
                case STAFF -> allowed(operation, "staff");
            };
        }

        private static Set<Integer> allowed(Operation operation, String scope) {
            return operation.scopes().contains(scope) ? operation.successes() : Set.of(403);
        }
    }

    static List<Operation> operations() {
        return Contract.ofThisProject().operations();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void everyRouteAnswersEveryCallerAsDeclared(Operation operation,
            DrivetrainSystem system, Shop shop) {
        Customer owner = shop.customer();
        WellFormedCall call = new WellFormedCall(operation, shop, owner);
        var all = new SoftAssertions();
        for (Caller caller : Caller.values()) {
            HttpRequest cold = call.request(caller.authorization(system, owner));
            HttpRequest warm = call.request(fillCache(shop,
                    caller.authorization(system, owner)));
            all.assertThat(call.send(cold).status()).as("%s, cold cache: %s", caller, operation)
                    .isIn(caller.expectedOf(operation));
            all.assertThat(call.send(warm).status()).as("%s, warm cache: %s", caller, operation)
                    .isIn(caller.expectedOf(operation));
        }
        all.assertAll();
    }

    /** Has the authorizer asked about another route, so that its policy for that one is cached. */
    private static String fillCache(Shop shop, String authorization) {
        var request = Http.request(WellFormedCall.uri(shop, "/stock/NO-SUCH"));
        Http.send((authorization.isEmpty()
                ? request
                : request.header("Authorization", authorization)).build());
        return authorization;
    }

    @Test
    void nothingIsOpenToEverybodyUnlessItIsMeantToBe() {
        assertThat(operations()).allSatisfy(operation -> assertThat(
                operation.json().has("security"))
                .as("%s has no security in api/openapi.yaml; write 'security: []' if it wants no "
                        + "token", operation)
                .isTrue());
        assertThat(operations().stream().filter(operation -> !operation.secured())
                .filter(operation -> !operation.metered())
                .filter(operation -> operation.signature().isEmpty())
                .filter(operation -> !operation.method().equals("OPTIONS"))
                .map(Operation::toString)).containsExactlyInAnyOrderElementsOf(OPEN_TO_EVERYBODY);
    }

    @Test
    void everyRouteThatWantsATokenSaysWhichScopes() {
        assertThat(operations()).filteredOn(Operation::secured).isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.scopes())
                        .as("x-scopes of %s in api/openapi.yaml: who may call it?", operation)
                        .isNotEmpty().isSubsetOf("customer", "staff"));
    }

    @Test
    void whatIsMeteredWantsAPartnersKeyAndNothingElse(DrivetrainSystem system, Shop shop) {
        assumeTrue(system.partnerKey().isPresent(), "no partner's key is known: -Dapi.key=");
        List<Operation> metered = operations().stream().filter(Operation::metered).toList();
        String key = system.partnerKey().orElseThrow();

        assertThat(metered).isNotEmpty().allSatisfy(operation -> {
            HttpRequest call = new WellFormedCall(operation, shop, shop.customer()).request("");
            for (String sent : List.of(key, key + "x", key.substring(1), " ")) {
                Answer answer = Http.send(HttpRequest.newBuilder(call, (_, _) -> true)
                        .header("x-api-key", sent).build());
                assertThat(answer.status()).as("%s with key '%s'", operation, sent)
                        .isEqualTo(sent.equals(key) ? 200 : 403);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOtherMethodIsRefused(Operation operation, Shop shop) {
        List<String> declared = operations().stream()
                .filter(other -> other.path().equals(operation.path())).map(Operation::method)
                .toList();

        for (String method : List.of("GET", "PUT", "POST", "PATCH", "DELETE")) {
            if (!declared.contains(method)) {
                Answer answer = shop.staff().send(shop.staff().authorized(operation.path()
                        .replace("{", "").replace("}", ""))
                        .method(method, HttpRequest.BodyPublishers.noBody()).build());
                assertThat(answer.status()).as("%s %s", method, operation.path()).isEqualTo(404);
            }
        }
    }
}
