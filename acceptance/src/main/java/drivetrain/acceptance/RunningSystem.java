package drivetrain.acceptance;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A Drivetrain that somebody else has started, with stand-ins for its providers.
 *
 * @param tokens
 *            where {@code user} and {@code scope} are posted for an access token
 */
public record RunningSystem(URI api, URI aws, URI tokens, Provider payments,
        Provider carrier) implements DrivetrainSystem {

    @Override
    public String token(String subject, String scopes) {
        Answer answer = Http.post(tokens, "application/x-www-form-urlencoded",
                "user=" + encoded(subject) + "&scope=" + encoded(scopes));
        return answer.expect(200).text("access_token");
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    /** Leaves it running. */
    @Override
    public void close() {}

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
