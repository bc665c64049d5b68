package drivetrain.gateway.http;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The scopes of a token: its claim {@code scope}, a text parted by blanks (RFC 8693, section 4.2)
 * or a list, and the groups that Cognito puts a user in.
 */
final class Scopes {
    private Scopes() {}

    static Set<String> of(JWTClaimsSet claims) throws ParseException {
        var scopes = new TreeSet<String>();
        switch (claims.getClaim("scope")) {
            case null -> {
            }
            case String text -> scopes.addAll(List.of(text.strip().split("\\s+")));
            default -> scopes.addAll(claims.getStringListClaim("scope"));
        }
        var groups = claims.getStringListClaim("cognito:groups");
        if (groups != null) {
            scopes.addAll(groups);
        }
        scopes.remove("");
        return scopes;
    }
}
