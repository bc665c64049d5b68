package drivetrain.gateway.forgery;

import static drivetrain.gateway.forgery.RawToken.quoted;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** No algorithm, a weaker one, or one that takes the public key for a secret (RFC 8725, 2.1). */
final class AlgorithmTricks {
    private final IssuerServer issuer;

    AlgorithmTricks(IssuerServer issuer) {
        this.issuer = issuer;
    }

    List<Technique> all() {
        return List.of(noAlgorithm(), publicKeyAsSecret(), otherAlgorithm(), brokenEcdsa());
    }

    private String twin() {
        return issuer.token().sign(issuer.rs256());
    }

    private Technique noAlgorithm() {
        var technique = new Technique("no algorithm", twin());
        var names = List.of("\"none\"", "\"None\"", "\"NONE\"", "\"nOnE\"", "\"none \"", "\"\"",
                "null", "0", "[\"none\"]", "{}");
        var signature = twin().substring(twin().lastIndexOf('.') + 1);
        for (var name : names) {
            var unsigned = issuer.token().header("alg", name).sign(Keys.fixed());
            technique.add("alg " + name + ", empty signature", unsigned);
            technique.add("alg " + name + ", two parts",
                    unsigned.substring(0, unsigned.length() - 1));
            technique.add("alg " + name + ", old signature", unsigned + signature);
            technique.add("alg " + name + ", right signature",
                    issuer.token().header("alg", name).sign(issuer.rs256()));
        }
        return technique.add("alg missing",
                issuer.token().header("alg", null).sign(issuer.rs256()));
    }

    private Technique publicKeyAsSecret() {
        var technique = new Technique("public key as secret", twin());
        for (int bits : List.of(256, 384, 512)) {
            secrets().forEach((form, secret) -> technique.add("HS" + bits + ", key as " + form,
                    issuer.token().header("alg", quoted("HS" + bits))
                            .sign(Keys.hs(secret, bits))));
        }
        return technique;
    }

    private Map<String, byte[]> secrets() {
        var der = issuer.rsa.getPublic().getEncoded();
        var jwk = Keys.rsaJwk(issuer.rsa, IssuerServer.RSA_ID);
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----";
        var secrets = new LinkedHashMap<String, byte[]>();
        secrets.put("PEM", (pem + "\n").getBytes(UTF_8));
        secrets.put("PEM without its last line break", pem.getBytes(UTF_8));
        secrets.put("PEM of Windows", pem.replace("\n", "\r\n").getBytes(UTF_8));
        secrets.put("DER", der);
        secrets.put("JWK", jwk.toJSONString().getBytes(UTF_8));
        secrets.put("modulus", ((RSAPublicKey) issuer.rsa.getPublic()).getModulus().toByteArray());
        secrets.put("modulus in base64url", jwk.getModulus().toString().getBytes(UTF_8));
        secrets.put("key id", IssuerServer.RSA_ID.getBytes(UTF_8));
        return secrets;
    }

    private Technique otherAlgorithm() {
        var technique = new Technique("another algorithm", twin());
        for (int bits : List.of(384, 512)) {
            technique.add("RS" + bits + " by the right key", issuer.token()
                    .header("alg", quoted("RS" + bits)).sign(Keys.rs(issuer.rsa, bits)));
        }
        for (int bits : List.of(256, 384, 512)) {
            technique.add("PS" + bits + " by the right key", issuer.token()
                    .header("alg", quoted("PS" + bits)).sign(Keys.ps(issuer.rsa, bits)));
            technique.add("PS" + bits + ", signed by RS256",
                    issuer.token().header("alg", quoted("PS" + bits)).sign(issuer.rs256()));
        }
        for (var name : List.of("rs256", "RS256 ", "RSA", "RS1", "ES256", "ES256K", "EdDSA",
                "HS256", "RSA-OAEP", "dir", "SHA256withRSA")) {
            technique.add(name + ", signed by RS256",
                    issuer.token().header("alg", quoted(name)).sign(issuer.rs256()));
        }
        return technique.add("RS256, signed by PS256",
                issuer.token().sign(Keys.ps(issuer.rsa, 256)));
    }

    private Technique brokenEcdsa() {
        var technique = new Technique("broken ECDSA", issuer.ecToken().sign(issuer.es256()));
        var order = ((ECPublicKey) issuer.ec.getPublic()).getParams().getOrder();
        var values = Map.of("0", BigInteger.ZERO, "1", BigInteger.ONE, "n", order, "n-1",
                order.subtract(BigInteger.ONE), "n+1", order.add(BigInteger.ONE));
        values.forEach((nameOfR, r) -> values.forEach((nameOfS, s) -> technique.add(
                "r = " + nameOfR + ", s = " + nameOfS + " (as CVE-2022-21449)",
                issuer.ecToken().sign(Keys.fixed(pair(r, s))))));
        return technique
                .add("signature in DER", issuer.ecToken().sign(Keys.esDer(issuer.ec)))
                .add("signature of RSA", issuer.ecToken().sign(issuer.rs256()))
                .add("half a signature", issuer.ecToken().sign(Keys.fixed(new byte[32])))
                .add("another key", issuer.ecToken().sign(Keys.es(Keys.ec("secp256r1"), 256)))
                .add("another curve", issuer.ecToken().header("alg", quoted("ES384"))
                        .sign(Keys.es(Keys.ec("secp384r1"), 384)))
                .add("another curve under the right name",
                        issuer.ecToken().sign(Keys.es(Keys.ec("secp384r1"), 384)));
    }

    private static byte[] pair(BigInteger r, BigInteger s) {
        var bytes = new byte[64];
        copy(r, bytes, 32);
        copy(s, bytes, 64);
        return bytes;
    }

    private static void copy(BigInteger number, byte[] into, int end) {
        var digits = number.toByteArray();
        for (int i = 0; i < Math.min(digits.length, 32); i++) {
            into[end - 1 - i] = digits[digits.length - 1 - i];
        }
    }
}
