package drivetrain.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens that look like the issuer's, and aren't. Source: RFC 8725, section 2. */
class ForgedTokensTest {
    private final Issuer issuer = new Issuer();
    private final OpenIdTokenVerifier verifier = issuer.verifier();
    private final String genuine = issuer.token(issuer.claims().build());
    private final String[] parts = genuine.split("\\.");

    @TestFactory
    Stream<DynamicTest> refusesTokensThatAreForgedByHand() throws JOSEException {
        var forged = new LinkedHashMap<String, String>();
        withoutSignature(forged);
        withThePublicKeyAsASecret(forged);
        withAnotherKey(forged);
        withAKeyOfItsOwn(forged);
        withOddHeaders(forged);
        withOddShapes(forged);
        return forged.entrySet().stream().map(one -> DynamicTest.dynamicTest(one.getKey(),
                () -> assertThat(verifier.verify(one.getValue())).isEmpty()));
    }

    private void withoutSignature(Map<String, String> forged) {
        for (var name : List.of("none", "None", "NONE", "nOnE", "", "RS256")) {
            var header = base64("{\"alg\":\"" + name + "\",\"typ\":\"JWT\",\"kid\":\"rsa-1\"}");
            forged.put("alg " + name + ", no signature", header + "." + parts[1] + ".");
            forged.put("alg " + name + ", two parts", header + "." + parts[1]);
            forged.put("alg " + name + ", old signature",
                    header + "." + parts[1] + "." + (name.equals("RS256") ? "AAAA" : parts[2]));
        }
    }

    private void withThePublicKeyAsASecret(Map<String, String> forged) throws JOSEException {
        var secrets = Map.of("PEM", pem(), "DER", Issuer.RSA.toRSAPublicKey().getEncoded(),
                "JWK", Issuer.RSA.toPublicJWK().toJSONString().getBytes(UTF_8), "modulus",
                Issuer.RSA.getModulus().decode());
        for (var algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
            for (var secret : secrets.entrySet()) {
                var jwt = new SignedJWT(Issuer.header(algorithm, "rsa-1").build(),
                        issuer.claims().build());
                jwt.sign(new MACSigner(secret.getValue()));
                forged.put(algorithm + " with the public key as " + secret.getKey(),
                        jwt.serialize());
            }
        }
    }

    private void withAnotherKey(Map<String, String> forged) {
        var mallory = Issuer.rsa("rsa-1");
        var claims = issuer.claims().build();
        forged.put("another key under a known id",
                Issuer.sign(Issuer.header(JWSAlgorithm.RS256, "rsa-1").build(), claims, mallory));
        forged.put("an unknown key id",
                Issuer.sign(Issuer.header(JWSAlgorithm.RS256, "m").build(), claims, mallory));
        forged.put("another curve key", Issuer.sign(
                Issuer.header(JWSAlgorithm.ES256, "ec-1").build(), claims, Issuer.ec("ec-1")));
        forged.put("an RSA algorithm under the id of a curve key",
                Issuer.sign(Issuer.header(JWSAlgorithm.RS256, "ec-1").build(), claims, Issuer.RSA));
        for (var algorithm : List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
                JWSAlgorithm.PS384, JWSAlgorithm.PS512)) {
            forged.put("the right key, but " + algorithm, Issuer.sign(
                    Issuer.header(algorithm, "rsa-1").build(), claims, Issuer.RSA));
        }
        for (var id : List.of("", " ", "RSA-1", "rsa-1 ", "../rsa-1", "' OR '1'='1", "/dev/null")) {
            forged.put("the right key under the id <" + id + ">", Issuer.sign(
                    Issuer.header(JWSAlgorithm.RS256, id).build(), claims, Issuer.RSA));
        }
        forged.put("the right key without an id", Issuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).build(), claims,
                Issuer.RSA));
    }

    private void withAKeyOfItsOwn(Map<String, String> forged) {
        var mallory = Issuer.rsa("rsa-1");
        var there = URI.create("https://mallory.example/keys");
        for (var key : List.of(mallory, Issuer.RSA)) {
            var whose = key.equals(mallory) ? "own" : "right";
            var claims = issuer.claims().build();
            var header = Issuer.header(JWSAlgorithm.RS256, "rsa-1");
            forged.put("jwk in the header, signed by the " + whose + " key", Issuer.sign(
                    new JWSHeader.Builder(header.build()).jwk(key.toPublicJWK()).build(), claims,
                    key));
            forged.put("jku in the header, signed by the " + whose + " key", Issuer.sign(
                    new JWSHeader.Builder(header.build()).jwkURL(there).build(), claims, key));
            forged.put("x5u in the header, signed by the " + whose + " key", Issuer.sign(
                    new JWSHeader.Builder(header.build()).x509CertURL(there).build(), claims, key));
            forged.put("x5c in the header, signed by the " + whose + " key", Issuer.sign(
                    new JWSHeader.Builder(header.build()).x509CertChain(List.of(
                            com.nimbusds.jose.util.Base64.encode("cert"))).build(),
                    claims, key));
        }
    }

    private void withOddHeaders(Map<String, String> forged) {
        var claims = issuer.claims().build();
        for (var type : List.of("JOSE", "secevent+jwt", "dpop+jwt", "logout+jwt", "id+jwt", "x")) {
            forged.put("type " + type, Issuer.sign(Issuer.header(JWSAlgorithm.RS256, "rsa-1")
                    .type(new JOSEObjectType(type)).build(), claims, Issuer.RSA));
        }
        forged.put("a critical extension", Issuer.sign(Issuer.header(JWSAlgorithm.RS256, "rsa-1")
                .criticalParams(Set.of("exp")).customParam("exp", 1).build(), claims, Issuer.RSA));
        forged.put("a detached, unencoded payload", Issuer.sign(
                Issuer.header(JWSAlgorithm.RS256, "rsa-1").base64URLEncodePayload(false).build(),
                claims, Issuer.RSA));
        forged.put("the algorithm twice", base64("{\"alg\":\"none\",\"alg\":\"RS256\","
                + "\"typ\":\"JWT\",\"kid\":\"rsa-1\"}") + "." + parts[1] + "." + parts[2]);
    }

    private void withOddShapes(Map<String, String> forged) {
        forged.put("claims changed", parts[0] + "." + base64(new String(
                Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("alice", "mallory")) + "."
                + parts[2]);
        forged.put("four parts", genuine + ".x");
        forged.put("five parts, as if encrypted", genuine + ".x.y");
        forged.put("a token in a token", base64("{\"alg\":\"RS256\",\"cty\":\"JWT\"}") + "."
                + base64(genuine) + "." + parts[2]);
        forged.put("signature cut", genuine.substring(0, genuine.length() - 4));
        forged.put("signature empty", parts[0] + "." + parts[1] + ".");
        forged.put("signature doubled", genuine + parts[2]);
        forged.put("parts swapped", parts[1] + "." + parts[0] + "." + parts[2]);
        forged.put("a line break", genuine.replaceFirst("\\.", ".\n"));
        forged.put("deep nesting", base64("[".repeat(5_000)) + "." + parts[1] + "." + parts[2]);
        forged.put("huge", parts[0] + "." + "A".repeat(2_000_000) + "." + parts[2]);
        forged.put("an ECDSA signature of zeros", base64(
                "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"ec-1\"}") + "." + parts[1] + "."
                + Base64URL.encode(new byte[64]));
    }

    @Test
    void refusesATokenWithAnyByteChanged() {
        long seed = System.nanoTime();
        System.out.println("ForgedTokensTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int part = random.nextInt(3);
            var bytes = Base64.getUrlDecoder().decode(parts[part]);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            var changed = Arrays.copyOf(parts, 3);
            changed[part] = Base64URL.encode(bytes).toString();

            assertThat(verifier.verify(String.join(".", changed))).as("seed %d, %d", seed, i)
                    .isEmpty();
        }
        assertThat(verifier.verify(genuine)).isPresent();
    }

    private static byte[] pem() throws JOSEException {
        var base64 = Base64.getMimeEncoder(64, new byte[]{'\n'})
                .encodeToString(Issuer.RSA.toRSAPublicKey().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                .getBytes(UTF_8);
    }

    private static String base64(String text) {
        return Base64URL.encode(text).toString();
    }
}
