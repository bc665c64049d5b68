package drivetrain.local.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the form of a token request: {@code user=alice&scope=customer}, or a form of RFC 6749:
 * {@code client_credentials} with {@code client_id}, {@code password} with {@code username}.
 * Whatever secret comes with them is accepted. For tests there are {@code audience} and
 * {@code lifetime}, in seconds, which may be negative.
 */
final class TokenEndpoint {
    private static final Set<String> GRANTS = Set.of("client_credentials", "password");
    private static final String SECONDS = "-?[0-9]{1,9}";

    private final String audience;
    private final Duration lifetime;

    TokenEndpoint(String audience, Duration lifetime) {
        this.audience = audience;
        this.lifetime = lifetime;
    }

    /** What is asked for, or an error of RFC 6749, section 5.2. */
    sealed interface Outcome {
        /** The token to issue. */
        record Granted(TokenRequest request) implements Outcome {}

        /** An error code and its description. */
        record Refused(String error, String description) implements Outcome {}
    }

    Outcome read(Map<String, String> form) {
        String grant = form.getOrDefault("grant_type", "client_credentials");
        if (!GRANTS.contains(grant)) {
            return new Outcome.Refused("unsupported_grant_type", "There are " + GRANTS);
        }
        Optional<String> user = user(form);
        if (user.isEmpty()) {
            return new Outcome.Refused("invalid_request",
                    "Who is it for? Send user=alice and scope=customer");
        }
        Set<String> scopes = Set.of(
                form.getOrDefault("scope", "customer").strip().split("\\s+"));
        if (!TokenRequest.SCOPES.containsAll(scopes)) {
            return new Outcome.Refused("invalid_scope", "There are " + TokenRequest.SCOPES);
        }
        try {
            return new Outcome.Granted(new TokenRequest(user.get(), scopes,
                    form.getOrDefault("audience", audience), lifetime(form)));
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused("invalid_request", e.getMessage());
        }
    }

    private Duration lifetime(Map<String, String> form) {
        String seconds = form.getOrDefault("lifetime", Long.toString(lifetime.toSeconds()));
        if (!seconds.matches(SECONDS)) {
            throw new IllegalArgumentException("A lifetime is a number of seconds");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static Optional<String> user(Map<String, String> form) {
        return Optional.ofNullable(form.getOrDefault("user",
                form.getOrDefault("username", form.get("client_id"))));
    }
}
