package drivetrain.gateway.forgery;

import static drivetrain.gateway.forgery.RawToken.quoted;

import java.time.Instant;
import java.util.List;

/** What the issuer itself might be talked into signing, or sign for somebody else. */
final class ClaimTricks {
    private final IssuerServer issuer;
    private final long now = Instant.now().getEpochSecond();

    ClaimTricks(IssuerServer issuer) {
        this.issuer = issuer;
    }

    List<Technique> all() {
        return List.of(time(), subject(), issuerName(), audience(), scope());
    }

    private String signed(String claim, String json) {
        return issuer.token().claim(claim, json).sign(issuer.rs256());
    }

    private Technique time() {
        var technique = new Technique("time", signed("nbf", Long.toString(now)));
        var soon = Long.toString(now + 600);
        for (var end : List.of(quoted(soon), "null", "true", "[" + soon + "]",
                "{\"v\":" + soon + "}", "NaN", "Infinity", "\"NaN\"", "-1", "-" + soon, "0", "1",
                Long.toString(now - 61), "9223372036854775807", "99999999999999999999",
                "18446744073709551616", "1e300", "1e999", "0x7fffffff", soon + "000",
                "\"2099-01-01T00:00:00Z\"", "\"\"")) {
            technique.add("exp " + end, signed("exp", end));
        }
        technique.add("exp missing", signed("exp", null));
        for (var start : List.of(Long.toString(now + 120), "99999999999", quoted(soon), "true",
                "[0]", "1e300")) {
            technique.add("nbf " + start, signed("nbf", start));
            technique.add("iat " + start, signed("iat", start));
        }
        return technique;
    }

    private Technique subject() {
        var technique = new Technique("subject", signed("sub", "\"bob\""));
        for (var subject : List.of("null", "1", "true", "[\"alice\"]", "{\"id\":\"alice\"}", "\"\"",
                "\" \"", "\"a b\"", "\"alice\\n\"", "\"alice\\u0000\"", "\"../alice\"",
                "\"\\u0430lice\"", quoted("a".repeat(129)))) {
            technique.add(shortened(subject), signed("sub", subject));
        }
        return technique.add("missing", signed("sub", null));
    }

    private Technique issuerName() {
        var url = issuer.url();
        var technique = new Technique("issuer", signed("note", "1"));
        for (var name : List.of(url + "/", url + ".", url + " ", " " + url, url + "\\n",
                url.replace("http:", "https:"), url.replace("http:", "HTTP:"), url + "/keys",
                url + "@mallory.example", url.replace("//", "//mallory@"),
                url.replace("127.0.0.1", "localhost"), url.replace("127.0.0.1", "127.0.0.1."),
                url.replace("127.0.0.1", "127.1"), url.replace("127", "\\u0661\\u0662\\u0667"),
                url.replace("http", "htt\\u0440"), url.replace(".", "\\uff0e"), url + "\\u200b",
                url + "#", url + "?x", "", issuer.bait(), "https://mallory.example")) {
            technique.add("'" + name + "'", signed("iss", quoted(name)));
        }
        for (var json : List.of("null", "1", "[" + quoted(url) + "]",
                "[" + quoted(url) + ",\"https://mallory.example\"]",
                "{\"url\":" + quoted(url) + "}")) {
            technique.add(json, signed("iss", json));
        }
        return technique.add("missing", signed("iss", null));
    }

    private Technique audience() {
        var technique = new Technique("audience", signed("aud", "[\"other\",\"drivetrain\"]"));
        for (var json : List.of("\"other\"", "\"Drivetrain\"", "\"drivetrain \"", "\"drivetrain2\"",
                "\"drive\"", "\"\"", "\"*\"", "null", "[]", "[\"other\"]", "[[\"drivetrain\"]]",
                "[\"drivetrain,other\"]", "{\"drivetrain\":true}", "1", "true",
                "\"dr\\u0456vetrain\"", "[null]")) {
            technique.add(json, signed("aud", json));
        }
        return technique.add("missing", signed("aud", null)).add("in client_id only",
                issuer.token().claim("aud", null).claim("client_id", "\"drivetrain\"")
                        .sign(issuer.rs256()))
                .add("an ID token", signed("token_use", "\"id\""));
    }

    private Technique scope() {
        var technique = new Technique("scope", signed("scope", "[\"customer\"]"));
        for (var json : List.of("1", "true", "{\"staff\":true}", "[[\"staff\"]]", "[1]",
                "[\"customer staff\"]", "\"custo\\u0000mer\"", "\"\\u0441ustomer\"",
                "[\"customer\\n\"]", quoted("s".repeat(101)))) {
            technique.add(shortened(json), signed("scope", json));
        }
        return technique;
    }

    private static String shortened(String json) {
        return json.length() > 40 ? json.length() + " characters" : json;
    }
}
