package drivetrain.gateway.http;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the one form in which we take tokens: three parts of base64url, each spelt as an encoder
 * would spell it; a header that neither brings a key nor changes how the rest is read; claims of
 * the types that they are defined with.
 *
 * <p>A decoder passes over padding, line breaks and idle bits, so that one signature has many
 * spellings; here it has one, and the token's text is fit to be the key of a cache. A library turns
 * a number into a subject, and a time without end into one in the past; here neither gets that far.
 *
 * <p>Source: RFC 7515, sections 2, 4.1 and 7.1; RFC 7519, sections 2 and 4.1; RFC 7797; RFC 8725,
 * sections 3.1 and 3.10.
 */
final class CompactForm {
    private static final int PARTS = 3;
    private static final Set<String> OF_A_KEY = Set.of("jwk", "jku", "x5u", "x5c");
    private static final Set<String> OF_ANOTHER_READING = Set.of("crit", "b64", "zip", "cty",
            "enc");
    private static final List<String> TEXTS = List.of("iss", "sub");
    private static final List<String> TIMES = List.of("exp", "nbf", "iat");
    /** The end of the year 9999. */
    private static final long END_OF_TIME = 253_402_300_799L;

    private CompactForm() {}

    /**
     * Reads a token; its signature is yet to be verified.
     *
     * @throws ParseException when it is of any other form
     */
    static SignedJWT parse(String token) throws ParseException {
        var parts = Arrays.stream(token.split("\\.", -1)).map(Base64URL::new).toList();
        require(parts.size() == PARTS && parts.stream().allMatch(CompactForm::isCanonical));
        requireHeader(json(parts.get(0)));
        requireClaims(json(parts.get(1)));
        return new SignedJWT(parts.get(0), parts.get(1), parts.get(2));
    }

    private static boolean isCanonical(Base64URL part) {
        return !part.toString().isEmpty() && part.equals(Base64URL.encode(part.decode()));
    }

    private static Map<String, Object> json(Base64URL part) throws ParseException {
        var json = JSONObjectUtils.parse(part.decodeToString());
        require(json != null);
        return json;
    }

    private static void requireHeader(Map<String, Object> header) throws ParseException {
        require(Collections.disjoint(header.keySet(), OF_A_KEY));
        require(Collections.disjoint(header.keySet(), OF_ANOTHER_READING));
        require(header.get("kid") instanceof String keyId && !keyId.isBlank());
    }

    private static void requireClaims(Map<String, Object> claims) throws ParseException {
        require(TEXTS.stream().allMatch(name -> claims.get(name) instanceof String));
        for (var name : TIMES) {
            require(!claims.containsKey(name) || isTime(claims.get(name)));
        }
    }

    private static boolean isTime(Object value) {
        return value instanceof Number seconds && seconds.doubleValue() >= 0
                && seconds.doubleValue() <= END_OF_TIME;
    }

    private static void require(boolean holds) throws ParseException {
        if (!holds) {
            throw new ParseException("a token of another form", 0);
        }
    }
}
