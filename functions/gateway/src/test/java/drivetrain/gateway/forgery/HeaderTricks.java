package drivetrain.gateway.forgery;

import static drivetrain.gateway.forgery.RawToken.quoted;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;

/** Tokens of another kind: another type, extensions, encryption, tokens in tokens, duplicates. */
final class HeaderTricks {
    private final IssuerServer issuer;

    HeaderTricks(IssuerServer issuer) {
        this.issuer = issuer;
    }

    List<Technique> all() {
        return List.of(type(), extensions(), encryptedOrNested(), duplicates());
    }

    private String twin() {
        return issuer.token().sign(issuer.rs256());
    }

    private Technique type() {
        var technique = new Technique("type",
                issuer.token().header("typ", "\"JWT\"").sign(issuer.rs256()));
        for (var type : List.of("\"JOSE\"", "\"secevent+jwt\"", "\"dpop+jwt\"", "\"logout+jwt\"",
                "\"id+jwt\"", "\"JWE\"", "\"JWT \"", "\"at+jwt,JWT\"", "\"\"", "\"x\"", "1",
                "[\"at+jwt\"]", "{}", "null")) {
            technique.add(type, issuer.token().header("typ", type).sign(issuer.rs256()));
        }
        return technique.add("missing", issuer.token().header("typ", null).sign(issuer.rs256()));
    }

    private Technique extensions() {
        var technique = new Technique("extensions", twin());
        var crits = List.of("[\"exp\"]", "[\"kid\"]", "[\"b64\"]", "[\"http://example\"]", "[]",
                "\"exp\"", "{}", "[1]", "null");
        for (var crit : crits) {
            technique.add("crit " + crit, issuer.token().header("crit", crit)
                    .header("exp", "1").sign(issuer.rs256()));
        }
        Map.of("b64", "false", "zip", "\"DEF\"", "cty", "\"JWT\"", "enc", "\"A128GCM\"")
                .forEach((name, json) -> technique.add(name,
                        issuer.token().header(name, json).sign(issuer.rs256())));
        var plain = issuer.token().header("b64", "false").header("crit", "[\"b64\"]");
        return technique.add("b64, and understood to be critical", plain.sign(issuer.rs256()))
                .add("an unencoded payload", RawToken.base64(plain.headerJson()) + "."
                        + plain.claimsJson() + "." + RawToken.base64(issuer.rs256()
                                .apply((RawToken.base64(plain.headerJson()) + "."
                                        + plain.claimsJson()).getBytes(UTF_8))))
                .add("a detached payload", twin().replaceFirst("\\.[^.]*\\.", ".."));
    }

    private Technique encryptedOrNested() {
        var parts = twin().split("\\.", -1);
        var inner = RawToken.base64(twin());
        return new Technique("encrypted or nested", twin())
                .add("claims encrypted with the public key", encrypted("JWT", claims()))
                .add("a token encrypted with the public key", encrypted("at+jwt", twin()))
                .add("as if encrypted, directly", RawToken.base64(
                        "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..AAAA.AAAA.AAAA")
                .add("five parts", twin() + ".AAAA.AAAA")
                .add("a token as payload",
                        RawToken.sign(issuer.token().headerJson(), twin(), issuer.rs256()))
                .add("a token as payload, quoted", RawToken.sign(issuer.token().headerJson(),
                        quoted(twin()), issuer.rs256()))
                .add("a token as payload, not signed itself",
                        RawToken.base64("{\"alg\":\"none\",\"cty\":\"JWT\"}") + "." + inner + ".")
                .add("in JSON, flattened",
                        "{\"protected\":\"" + parts[0] + "\",\"payload\":\"" + parts[1]
                                + "\",\"signature\":\"" + parts[2] + "\"}")
                .add("in JSON, general",
                        "{\"payload\":\"" + parts[1] + "\",\"signatures\":[{\"protected\":\""
                                + parts[0] + "\",\"signature\":\"" + parts[2] + "\"}]}");
    }

    private Technique duplicates() {
        var technique = new Technique("duplicates", twin());
        var header = issuer.token().headerJson();
        var claims = claims();
        Map.of("alg", "\"none\"", "kid", "\"mallory\"", "typ", "\"x\"", "jku",
                quoted(issuer.bait()) + ",\"jku\":null").forEach((name, json) -> {
                    var member = quoted(name) + ":" + json;
                    technique.add(name + " before, old signature",
                            withSignatureOfTwin(header.replaceFirst("\\{", "{" + member + ",")));
                    technique.add(name + " before", RawToken.sign(
                            header.replaceFirst("\\{", "{" + member + ","), claims,
                            issuer.rs256()));
                    technique.add(name + " after", RawToken.sign(
                            header.replaceFirst("}$", "," + member + "}"), claims,
                            issuer.rs256()));
                });
        Map.of("sub", "\"mallory\"", "exp", "1", "iss", "\"https://mallory.example\"", "aud",
                "\"other\"", "scope", "\"staff\"").forEach((name, json) -> {
                    var member = quoted(name) + ":" + json;
                    technique.add(name + " before", RawToken.sign(header,
                            claims.replaceFirst("\\{", "{" + member + ","), issuer.rs256()));
                    technique.add(name + " after", RawToken.sign(header,
                            claims.replaceFirst("}$", "," + member + "}"), issuer.rs256()));
                });
        return technique;
    }

    private String withSignatureOfTwin(String header) {
        return RawToken.base64(header) + twin().substring(twin().indexOf('.'));
    }

    private String claims() {
        return issuer.token().claimsJson();
    }

    private String encrypted(String type, String payload) {
        try {
            var jwe = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                            .keyID(IssuerServer.RSA_ID).contentType(type).build(),
                    new Payload(payload));
            jwe.encrypt(new RSAEncrypter((RSAPublicKey) issuer.rsa.getPublic()));
            return jwe.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
