package drivetrain.acceptance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges answers to bad requests. */
final class Verdict {
    /** What only somebody sees who gets to see the inside of a program. */
    private static final Pattern INSIDES = Pattern.compile("\\bat [\\w.$]+\\([\\w]+\\.java|"
            + "Exception|\\b(?:drivetrain|java|javax|software\\.amazon|com\\.fasterxml|"
            + "io\\.avaje|org\\.eclipse)\\.\\w+\\.|ValidationError|arn:aws");
    /** What HTTP servers answer before they know the route. */
    private static final Set<Integer> OF_THE_SERVER = Set.of(413, 414, 431);

    private final Victim victim;

    Verdict(Victim victim) {
        this.victim = victim;
    }

    /** What is wrong with an answer; empty if nothing is. */
    Optional<String> on(Attack attack, RawHttp.Reply reply) {
        return objection(attack, reply).map(objection -> objection + "\n  to " + attack
                + "\n  answer: " + reply.status() + " " + reply.text());
    }

    private Optional<String> objection(Attack attack, RawHttp.Reply reply) {
        int status = reply.status();
        String text = reply.text();
        if (status >= 500) {
            return Optional.of("An answer of " + status);
        }
        if (attack.refused() && status < 400) {
            return Optional.of("Not refused");
        }
        if (INSIDES.matcher(text).find()) {
            return Optional.of("The answer shows the inside");
        }
        Optional<String> secret = victim.secrets().stream().filter(text::contains).findFirst();
        if (secret.isPresent()) {
            return Optional.of("The answer tells another customer's " + secret.get());
        }
        if (attack.routed() && !attack.operation().statuses().contains(status)
                && !OF_THE_SERVER.contains(status)) {
            return Optional.of("The status isn't declared: " + status);
        }
        return status < 400 || attack.method().equals("HEAD") ? Optional.empty() : problem(reply);
    }

    private static Optional<String> problem(RawHttp.Reply reply) {
        if (!reply.headers().getOrDefault("content-type", "")
                .startsWith("application/problem+json")) {
            return Optional.of("Not a problem");
        }
        if (!reply.headers().containsKey("x-content-type-options")) {
            return Optional.of("No security headers");
        }
        try {
            JsonNode problem = Http.JSON.readTree(reply.body());
            boolean whole = problem.path("status").asInt(reply.status()) == reply.status()
                    && !problem.path("title").asText().isEmpty()
                    && problem.path("type").asText().startsWith("urn:drivetrain:problem:");
            return whole ? Optional.empty() : Optional.of("Not a whole problem");
        } catch (JacksonException e) {
            return Optional.of("Not even JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
