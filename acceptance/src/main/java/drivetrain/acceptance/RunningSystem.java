package drivetrain.acceptance;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A Drivetrain that somebody else has started, with stand-ins for its providers.
 *
 * @param tokens
 *            where {@code user}, {@code scope}, {@code audience} and {@code lifetime} (in seconds)
 *            are posted for an access token, as to the local runtime's issuer
 */
public record RunningSystem(URI api, Aws aws, URI tokens, Provider payments, Provider carrier,
        Duration providerTimeout, Optional<String> partnerKey) implements DrivetrainSystem {
    /** The default of the template's parameter {@code ProviderTimeoutMillis}. */
    public static final Duration USUAL_PROVIDER_TIMEOUT = Duration.ofSeconds(5);

    /** One that is deployed with the template's defaults, alone at an endpoint. */
    public RunningSystem(URI api, URI aws, URI tokens, Provider payments, Provider carrier) {
        this(api, new Aws(aws), tokens, payments, carrier, USUAL_PROVIDER_TIMEOUT,
                Optional.empty());
    }

    @Override
    public String token(String subject, String scopes, String audience, Duration lifetime) {
        Answer answer = Http.post(tokens, "application/x-www-form-urlencoded",
                "user=" + encoded(subject) + "&scope=" + encoded(scopes) + "&audience="
                        + encoded(audience) + "&lifetime=" + lifetime.toSeconds());
        return answer.expect(200).text("access_token");
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    /** Leaves it running. */
    @Override
    public void close() {
        aws.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
