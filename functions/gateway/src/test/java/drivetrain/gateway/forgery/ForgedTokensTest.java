package drivetrain.gateway.forgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;
import drivetrain.gateway.handlers.AuthorizeHandler;
import drivetrain.testing.FunctionRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The authorizer, over HTTP to its issuer, takes none of the tokens that anybody could forge. */
class ForgedTokensTest {
    private static final int AT_LEAST = 120;
    private static final String METHOD = "arn:aws:execute-api:eu-central-1:000000000000:a/prod/GET/";
    private static final IssuerServer ISSUER = new IssuerServer();
    private static final AuthorizeHandler HANDLER = new AuthorizeHandler(ISSUER.environment());
    private static final List<Technique> TECHNIQUES = techniques();

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @TestFactory
    Stream<DynamicContainer> takesGenuineTokensAndNoForgedOne() {
        return TECHNIQUES.stream().map(technique -> DynamicContainer.dynamicContainer(
                technique.name(), Stream.concat(Stream.of(genuine(technique)),
                        technique.forged().entrySet().stream().map(ForgedTokensTest::forged))));
    }

    private static DynamicTest genuine(Technique technique) {
        return DynamicTest.dynamicTest("unforged", () -> assertThat(answer(technique.twin()))
                .contains("\"Effect\":\"Allow\""));
    }

    private static DynamicTest forged(Map.Entry<String, String> token) {
        return DynamicTest.dynamicTest(token.getKey(), () -> assertRefused(token.getValue()));
    }

    @Test
    void theTechniquesForgeEnoughAndFetchNothing() {
        int total = 0;
        for (var technique : TECHNIQUES) {
            long refused = technique.forged().values().stream()
                    .filter(token -> !isAccepted(token)).count();
            total += technique.forged().size();
            System.out.printf("forged tokens: %-22s %3d of %3d refused%n", technique.name(),
                    refused, technique.forged().size());
            assertThat(refused).as(technique.name()).isEqualTo(technique.forged().size());
        }
        System.out.printf("forged tokens: %d in all, none accepted%n", total);

        assertThat(total).isGreaterThanOrEqualTo(AT_LEAST);
        assertThat(ISSUER.baitsTaken()).as("pages fetched because a token said so").isZero();
    }

    @Test
    void refusesATokenWithAnyBitChanged() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("forged tokens: bits changed with -Dseed=" + seed);
        var random = new Random(seed);
        var parts = ISSUER.token().sign(ISSUER.rs256()).split("\\.", -1);
        for (int i = 0; i < 500; i++) {
            int part = random.nextInt(parts.length);
            var bytes = Base64.getUrlDecoder().decode(parts[part]);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            var changed = Arrays.copyOf(parts, parts.length);
            changed[part] = RawToken.base64(bytes);

            assertRefused(String.join(".", changed));
        }
        assertThat(isAccepted(String.join(".", parts))).isTrue();
    }

    private static List<Technique> techniques() {
        var all = new ArrayList<Technique>();
        all.addAll(new AlgorithmTricks(ISSUER).all());
        all.addAll(new KeyTricks(ISSUER).all());
        all.addAll(new HeaderTricks(ISSUER).all());
        all.addAll(new ClaimTricks(ISSUER).all());
        all.addAll(new ShapeTricks(ISSUER).all());
        return all;
    }

    private static void assertRefused(String token) {
        assertThatThrownBy(() -> answer(token)).hasMessage("Unauthorized");
    }

    private static boolean isAccepted(String token) {
        try {
            return answer(token).contains("Allow");
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static String answer(String token) {
        var event = JSONObjectUtils.toJSONString(Map.of("type", "TOKEN", "methodArn", METHOD,
                "authorizationToken", "Bearer " + token));
        return FunctionRun.of(HANDLER, event).output();
    }
}
