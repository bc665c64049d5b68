package drivetrain.gateway.http;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * What the claims of an access token must say: who issued it, whom it is for, that it is valid
 * now, give or take a minute of clock skew, and that it isn't an ID token.
 *
 * <p>Cognito's access tokens have no audience; they name the app client in {@code client_id}
 * instead, and their kind in {@code token_use} (Cognito developer guide, "Verifying JSON web
 * tokens").
 */
record AccessTokenClaims(String issuer, String audience, Clock clock) {
    private static final Duration SKEW = Duration.ofSeconds(60);

    void require(JWTClaimsSet claims) throws BadJWTException {
        require(issuer.equals(claims.getIssuer()), "another issuer");
        require(isMeantForUs(claims), "another audience");
        require("access".equals(text(claims, "token_use", "access")), "not an access token");
        requireNow(claims);
    }

    private boolean isMeantForUs(JWTClaimsSet claims) throws BadJWTException {
        List<String> audiences = claims.getAudience();
        return audiences.isEmpty()
                ? audience.equals(text(claims, "client_id", null))
                : audiences.contains(audience);
    }

    private void requireNow(JWTClaimsSet claims) throws BadJWTException {
        var now = clock.instant();
        var end = instant(claims.getExpirationTime());
        require(end != null && now.isBefore(end.plus(SKEW)), "expired, or without an end");
        require(!isAfter(claims.getNotBeforeTime(), now), "not valid yet");
        require(!isAfter(claims.getIssueTime(), now), "issued in the future");
    }

    private static boolean isAfter(Date start, Instant now) {
        return start != null && instant(start).minus(SKEW).isAfter(now);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String text(JWTClaimsSet claims, String name, String otherwise)
            throws BadJWTException {
        try {
            var value = claims.getStringClaim(name);
            return value == null ? otherwise : value;
        } catch (ParseException malformed) {
            throw new BadJWTException(name + " is malformed", malformed);
        }
    }

    private static void require(boolean holds, String otherwise) throws BadJWTException {
        if (!holds) {
            throw new BadJWTException(otherwise);
        }
    }
}
