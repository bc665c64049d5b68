package drivetrain.gateway.forgery;

import static drivetrain.gateway.forgery.RawToken.quoted;

import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Another key, a key id that leads astray, or a key that the token itself brings along. */
final class KeyTricks {
    private final IssuerServer issuer;

    KeyTricks(IssuerServer issuer) {
        this.issuer = issuer;
    }

    List<Technique> all() {
        return List.of(otherKey(), keyId(), ownKey());
    }

    private String twin() {
        return issuer.token().sign(issuer.rs256());
    }

    private Technique otherKey() {
        var mallorys = Keys.rs(issuer.mallorys, 256);
        return new Technique("another key", twin())
                .add("under a known id", issuer.token().sign(mallorys))
                .add("under an unknown id",
                        issuer.token().header("kid", "\"mallory\"").sign(mallorys))
                .add("under the id of another key of the issuer",
                        issuer.token().header("kid", quoted(IssuerServer.EC_ID)).sign(mallorys))
                .add("of another issuer, who says so", issuer.token()
                        .claim("iss", "\"https://mallory.example\"").sign(mallorys))
                .add("the right key under the id of another",
                        issuer.token().header("kid", quoted(IssuerServer.EC_ID))
                                .sign(issuer.rs256()))
                .add("of the other kind under the right id",
                        issuer.token().sign(issuer.es256()));
    }

    private Technique keyId() {
        var technique = new Technique("key id", twin());
        var ids = List.of("", " ", "../../../../../../dev/null", "/dev/null", "/proc/self/environ",
                "' OR '1'='1", "x' UNION SELECT 'secret' -- ", "rsa-1' --", "| whoami", "$(id)",
                "${jndi:ldap://127.0.0.1/x}", issuer.bait(), "file:///etc/passwd", "RSA-1",
                "rsa-1 ", " rsa-1", "rsa-1\\u0000", "rs\\u0430-1", "*", "rsa-1,ec-1",
                "k".repeat(4_000));
        for (var id : ids) {
            var name = id.length() > 40 ? id.substring(0, 40) + "…" : id;
            technique.add("'" + name + "', the right key",
                    issuer.token().header("kid", quoted(id)).sign(issuer.rs256()));
            technique.add("'" + name + "', an empty secret",
                    issuer.token().header("kid", quoted(id)).header("alg", "\"HS256\"")
                            .sign(Keys.hs(new byte[1], 256)));
        }
        for (var json : List.of("null", "1", "[\"rsa-1\"]", "{\"rsa-1\":1}", "true")) {
            technique.add(json + ", the right key",
                    issuer.token().header("kid", json).sign(issuer.rs256()));
        }
        return technique.add("missing, the right key",
                issuer.token().header("kid", null).sign(issuer.rs256()));
    }

    private Technique ownKey() {
        var technique = new Technique("key of its own", twin());
        for (var whose : Map.of("Mallory's", issuer.mallorys, "the right", issuer.rsa)
                .entrySet()) {
            members(whose.getValue()).forEach((member, json) -> technique.add(
                    member + ", signed by " + whose.getKey() + " key",
                    issuer.token().header(member, json).sign(Keys.rs(whose.getValue(), 256))));
        }
        return technique.add("jwk, jku and x5u at once, under Mallory's id",
                issuer.token().header("kid", "\"mallory\"")
                        .header("jwk", Keys.rsaJwk(issuer.mallorys, "mallory").toJSONString())
                        .header("jku", quoted(issuer.bait())).header("x5u", quoted(issuer.bait()))
                        .sign(Keys.rs(issuer.mallorys, 256)));
    }

    private Map<String, String> members(KeyPair pair) {
        var members = new LinkedHashMap<String, String>();
        members.put("jwk", Keys.rsaJwk(pair, IssuerServer.RSA_ID).toJSONString());
        members.put("jku", quoted(issuer.bait()));
        members.put("x5u", quoted(issuer.bait()));
        members.put("x5c", "[\"MIIB\"]");
        return members;
    }
}
