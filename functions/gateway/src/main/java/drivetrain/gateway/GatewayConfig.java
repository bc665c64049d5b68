package drivetrain.gateway;

import drivetrain.gateway.http.TokenProfile;
import drivetrain.lambda.Environment;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose tokens are accepted, in which form, and for whom they must be meant.
 *
 * @param issuer an https URL; http only on this machine, since whoever can change the keys on
 *     their way can make any token
 * @param audiences at least one; a token must name one of them
 */
record GatewayConfig(String issuer, Set<String> audiences, TokenProfile profile) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern COMMA = Pattern.compile(",");

    static GatewayConfig of(Map<String, String> environment) {
        return Environment.read(environment, variables -> new GatewayConfig(
                variables.parse("TOKEN_ISSUER", GatewayConfig::url),
                variables.parse("TOKEN_AUDIENCE", text -> Set.of(COMMA.split(text))),
                variables.parse("TOKEN_PROFILE", TokenProfile::valueOf)));
    }

    private static String url(String text) {
        var uri = URI.create(text);
        boolean local = "http".equals(uri.getScheme()) && uri.getHost() != null
                && THIS_MACHINE.contains(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !local) {
            throw new IllegalArgumentException("not an https URL");
        }
        return text;
    }
}
