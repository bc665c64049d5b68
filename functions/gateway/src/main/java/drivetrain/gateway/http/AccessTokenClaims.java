package drivetrain.gateway.http;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/**
 * What the claims of an access token must say: who issued it, that it is for one of our audiences,
 * that it is valid now, give or take a minute of clock skew, and that it isn't an ID token. It must
 * end, within a month: what lasts longer is no access token, but a mistake or a bad joke.
 */
record AccessTokenClaims(String issuer, Set<String> audiences, TokenProfile profile,
        Clock clock) {
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofDays(31);

    void require(JWTClaimsSet claims) throws BadJWTException {
        try {
            require(issuer.equals(claims.getIssuer()), "another issuer");
            require(audiences.stream().anyMatch(profile.audiences(claims)::contains),
                    "another audience");
            var use = claims.getStringClaim("token_use");
            require(use == null || use.equals("access"), "not an access token");
            requireNow(claims);
        } catch (ParseException malformed) {
            throw new BadJWTException("a claim is malformed", malformed);
        }
    }

    private void requireNow(JWTClaimsSet claims) throws BadJWTException {
        var now = clock.instant();
        var end = instant(claims.getExpirationTime());
        require(end != null && now.isBefore(end.plus(SKEW)), "expired, or without an end");
        require(end.isBefore(now.plus(LONGEST)), "without an end worth the name");
        require(!isAfter(claims.getNotBeforeTime(), now), "not valid yet");
        require(!isAfter(claims.getIssueTime(), now), "issued in the future");
    }

    private static boolean isAfter(Date start, Instant now) {
        return start != null && instant(start).minus(SKEW).isAfter(now);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private static void require(boolean holds, String otherwise) throws BadJWTException {
        if (!holds) {
            throw new BadJWTException(otherwise);
        }
    }
}
