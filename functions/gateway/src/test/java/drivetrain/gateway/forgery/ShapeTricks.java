package drivetrain.gateway.forgery;

import static drivetrain.gateway.forgery.RawToken.quoted;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Signatures that don't fit, other spellings of a good token, sizes, depths, and no JSON at all. */
final class ShapeTricks {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final IssuerServer issuer;
    private final String token;
    private final String[] parts;

    ShapeTricks(IssuerServer issuer) {
        this.issuer = issuer;
        this.token = issuer.token().sign(issuer.rs256());
        this.parts = token.split("\\.", -1);
    }

    List<Technique> all() {
        return List.of(signature(), spelling(), sizeAndDepth(), noJson());
    }

    private Technique signature() {
        var other = issuer.token().claim("sub", "\"bob\"").sign(issuer.rs256()).split("\\.", -1);
        var head = parts[0] + "." + parts[1] + ".";
        var technique = new Technique("signature", token).add("empty", head)
                .add("missing", parts[0] + "." + parts[1])
                .add("cut", token.substring(0, token.length() - 4))
                .add("doubled", token + parts[2]).add("of another token", head + other[2])
                .add("under other claims", parts[0] + "." + other[1] + "." + parts[2])
                .add("under another header", other[0] + "x." + parts[1] + "." + parts[2])
                .add("of zeros", issuer.token().sign(Keys.fixed(new byte[256])))
                .add("of one byte", issuer.token().sign(Keys.fixed((byte) 1)))
                .add("of the header only",
                        head + RawToken.base64(issuer.rs256().apply(parts[0].getBytes(UTF_8))))
                .add("of the claims only",
                        head + RawToken.base64(issuer.rs256().apply(parts[1].getBytes(UTF_8))))
                .add("parts swapped", parts[1] + "." + parts[0] + "." + parts[2]);
        for (int place : List.of(0, 100, 255)) {
            technique.add("byte " + place + " changed",
                    issuer.token().sign(issuer.rs256().andThen(bytes -> {
                        bytes[place] ^= 1;
                        return bytes;
                    })::apply));
        }
        return technique;
    }

    private Technique spelling() {
        var last = token.charAt(token.length() - 1);
        var idleBits = token.substring(0, token.length() - 1)
                + ALPHABET.charAt(ALPHABET.indexOf(last) ^ 1);
        return new Technique("spelling", token).add("idle bits", idleBits)
                .add("padded", token + "==").add("padded within", token.replaceFirst("\\.", "=."))
                .add("other alphabet",
                        parts[0] + "." + parts[1] + "." + parts[2].replace('-', '+')
                                .replace('_', '/') + "+")
                .add("line break at the end", token + "\n").add("line break at the start",
                        "\n" + token)
                .add("line break within", token.replaceFirst("\\.", ".\n"))
                .add("carriage return", token + "\r\nX-Injected: 1")
                .add("blank at the end", token + " ").add("tab at the start", "\t" + token)
                .add("blanks within", token.replaceFirst("\\.", " . "))
                .add("zero byte", token + "\u0000").add("byte order mark", "\ufeff" + token)
                .add("zero width space", token.replaceFirst("\\.", ".\u200b"))
                .add("full width dots", token.replace('.', '\uff0e'))
                .add("encoded dots", token.replace(".", "%2E"))
                .add("dot at the end", token + ".").add("dot at the start", "." + token)
                .add("two dots", token.replaceFirst("\\.", "..")).add("dots only", "..")
                .add("four parts", token + ".AAAA").add("quoted", quoted(token))
                .add("twice", token + "," + token).add("twice, with the scheme",
                        token + ", Bearer " + token)
                .add("the scheme twice", "Bearer " + token)
                .add("upper case", token.toUpperCase(Locale.ROOT))
                .add("reversed", new StringBuilder(token).reverse().toString());
    }

    private Technique sizeAndDepth() {
        var technique = new Technique("size and depth",
                issuer.token().claim("note", quoted("x".repeat(2_000))).sign(issuer.rs256()));
        for (int size : List.of(7_000, 1_000_000)) {
            technique.add("claims of " + size,
                    issuer.token().claim("note", quoted("x".repeat(size))).sign(issuer.rs256()));
            technique.add("header of " + size,
                    issuer.token().header("note", quoted("x".repeat(size))).sign(issuer.rs256()));
        }
        for (int depth : List.of(2_000, 100_000)) {
            var deep = "[".repeat(depth) + "]".repeat(depth);
            technique.add("claims " + depth + " deep",
                    issuer.token().claim("note", deep).sign(issuer.rs256()));
            technique.add("header " + depth + " deep",
                    issuer.token().header("note", deep).sign(issuer.rs256()));
            technique.add("header " + depth + " deep, without an end",
                    RawToken.sign("[".repeat(depth), "{}", issuer.rs256()));
        }
        var many = IntStream.range(0, 10_000).mapToObj(i -> "\"c" + i + "\":1")
                .collect(Collectors.joining(",", ",", "}"));
        return technique.add("10,000 claims", RawToken.sign(issuer.token().headerJson(),
                issuer.token().claimsJson().replaceFirst("}$", many), issuer.rs256()))
                .add("a signature of a megabyte",
                        issuer.token().sign(Keys.fixed(new byte[1_000_000])));
    }

    private Technique noJson() {
        var header = issuer.token().headerJson();
        var claims = issuer.token().claimsJson();
        var technique = new Technique("no JSON", token);
        for (var text : List.of("", "null", "1", "\"x\"", "[]", "{}", "[" + claims + "]",
                quoted("{}"), claims.substring(1), claims + claims, claims + "x",
                "<claims/>", "x=1")) {
            technique.add("claims " + shortened(text),
                    RawToken.sign(header, text, issuer.rs256()));
            technique.add("header " + shortened(text),
                    RawToken.sign(text, claims, issuer.rs256()));
        }
        return technique
                .add("claims in UTF-16", RawToken.sign(header.getBytes(UTF_8),
                        claims.getBytes(UTF_16), issuer.rs256()))
                .add("claims compressed", RawToken.sign(header.getBytes(UTF_8),
                        new byte[]{31, -117, 8, 0}, issuer.rs256()));
    }

    private static String shortened(String text) {
        return text.length() > 24
                ? text.substring(0, 12) + "… of " + text.length()
                : text;
    }
}
