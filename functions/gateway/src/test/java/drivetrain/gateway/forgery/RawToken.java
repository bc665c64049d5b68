package drivetrain.gateway.forgery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A token to be, member by member, each value being any JSON or none. Immutable.
 *
 * @param header names and values of the header, in order
 * @param claims names and values of the claims, in order
 */
record RawToken(Map<String, String> header, Map<String, String> claims) {
    RawToken {
        header = new LinkedHashMap<>(header);
        claims = new LinkedHashMap<>(claims);
    }

    /** With a member of the header; without it if the value is null. */
    RawToken header(String name, String json) {
        return new RawToken(with(header, name, json), claims);
    }

    /** With a claim; without it if the value is null. */
    RawToken claim(String name, String json) {
        return new RawToken(header, with(claims, name, json));
    }

    /** The token's text, with the signature that this makes of what is signed. */
    String sign(UnaryOperator<byte[]> signer) {
        return sign(json(header), json(claims), signer);
    }

    String headerJson() {
        return json(header);
    }

    String claimsJson() {
        return json(claims);
    }

    /** The text of a token of any two texts. */
    static String sign(String header, String payload, UnaryOperator<byte[]> signer) {
        return sign(header.getBytes(UTF_8), payload.getBytes(UTF_8), signer);
    }

    static String sign(byte[] header, byte[] payload, UnaryOperator<byte[]> signer) {
        var signed = base64(header) + "." + base64(payload);
        return signed + "." + base64(signer.apply(signed.getBytes(UTF_8)));
    }

    static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static Map<String, String> with(Map<String, String> members, String name,
            String json) {
        var more = new LinkedHashMap<>(members);
        if (json == null) {
            more.remove(name);
        } else {
            more.put(name, json);
        }
        return more;
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
