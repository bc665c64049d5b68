package drivetrain.gateway;

import drivetrain.lambda.Environment;
import java.util.Map;

/** Whose tokens are accepted, and for whom they must be meant. */
record GatewayConfig(String issuer, String audience) {
    static GatewayConfig of(Map<String, String> environment) {
        return Environment.read(environment, variables -> new GatewayConfig(
                variables.parse("TOKEN_ISSUER", GatewayConfig::url),
                variables.text("TOKEN_AUDIENCE")));
    }

    private static String url(String text) {
        if (!text.startsWith("https://") && !text.startsWith("http://")) {
            throw new IllegalArgumentException("not a URL");
        }
        return text;
    }
}
