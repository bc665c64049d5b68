package drivetrain.gateway.http;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How an issuer writes its access tokens: where they say what they are, for whom, and what for. */
public enum TokenProfile {
    /**
     * As the standard has it: the type is {@code at+jwt}, or {@code JWT} as many issuers still
     * write; the audience stands in {@code aud}, the scopes in {@code scope}, as a text parted by
     * blanks or as a list. Source: RFC 9068, sections 2 and 4.
     */
    RFC9068 {
        @Override
        boolean takes(JOSEObjectType type) {
            return type != null && TYPES.contains(type);
        }

        @Override
        List<String> audiences(JWTClaimsSet claims) {
            return claims.getAudience();
        }

        @Override
        Set<String> scopes(JWTClaimsSet claims) throws ParseException {
            return scopeClaim(claims);
        }
    },

    /**
     * As Amazon Cognito has it: no type; {@code client_id} names the app client that the token was
     * issued to, and there is no {@code aud}; scopes carry the name of their resource server, here
     * {@code drivetrain/}; {@code cognito:groups} are the groups that an administrator put the user
     * in, and those called like a scope of ours give it. Source: Cognito developer guide,
     * "Understanding the access token".
     */
    COGNITO {
        @Override
        boolean takes(JOSEObjectType type) {
            return type == null || type.equals(JOSEObjectType.JWT);
        }

        @Override
        List<String> audiences(JWTClaimsSet claims) throws ParseException {
            boolean isAccessToken = "access".equals(claims.getStringClaim("token_use"));
            var client = claims.getStringClaim("client_id");
            return isAccessToken && client != null ? List.of(client) : List.of();
        }

        @Override
        Set<String> scopes(JWTClaimsSet claims) throws ParseException {
            var scopes = new TreeSet<String>();
            scopeClaim(claims).stream().filter(scope -> scope.startsWith(RESOURCE_SERVER))
                    .forEach(scope -> scopes.add(scope.substring(RESOURCE_SERVER.length())));
            var groups = claims.getStringListClaim("cognito:groups");
            if (groups != null) {
                groups.stream().filter(SCOPES_OF_GROUPS::contains).forEach(scopes::add);
            }
            return scopes;
        }
    };

    private static final Set<JOSEObjectType> TYPES = Set.of(new JOSEObjectType("at+jwt"),
            new JOSEObjectType("application/at+jwt"), JOSEObjectType.JWT);
    private static final String RESOURCE_SERVER = "drivetrain/";
    private static final Set<String> SCOPES_OF_GROUPS = Set.of("customer", "staff");

    /** Whether access tokens may have this type in their header; null for none at all. */
    abstract boolean takes(JOSEObjectType type);

    /**
     * Whom a token is meant for; empty when it doesn't say so, or isn't an access token.
     *
     * @throws ParseException when a claim is of another type
     */
    abstract List<String> audiences(JWTClaimsSet claims) throws ParseException;

    /**
     * What a token allows, in our names for it.
     *
     * @throws ParseException when a claim is of another type
     */
    abstract Set<String> scopes(JWTClaimsSet claims) throws ParseException;

    private static Set<String> scopeClaim(JWTClaimsSet claims) throws ParseException {
        var scopes = new TreeSet<String>();
        switch (claims.getClaim("scope")) {
            case null -> {
            }
            case String text -> scopes.addAll(List.of(text.strip().split("\\s+")));
            default -> scopes.addAll(claims.getStringListClaim("scope"));
        }
        scopes.remove("");
        return scopes;
    }
}
