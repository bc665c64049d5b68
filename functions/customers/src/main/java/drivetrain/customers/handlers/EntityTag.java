package drivetrain.customers.handlers;

import drivetrain.customers.domain.Profile;
import drivetrain.lambda.ApiRequest;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.Problem;
import java.util.regex.Pattern;

/**
 * A profile's version as an entity tag: {@code "7"}. Nobody may replace what it hasn't seen, so a
 * write must name the tag of what it replaces.
 *
 * <p>Source: RFC 9110, sections 8.8.3 and 13.1.1; RFC 6585, section 3.
 */
final class EntityTag {
    private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private EntityTag() {}

    static String of(Profile profile) {
        return "\"" + profile.version() + "\"";
    }

    /**
     * The version that a request expects, from its header {@code If-Match}.
     *
     * @throws BadRequest (428) without one, (400) when it isn't one tag as GET gives them
     */
    static long expected(ApiRequest request) {
        var header = request.header("If-Match").orElseThrow(() -> new BadRequest(Problem.of(428,
                "precondition-required", "A precondition is needed",
                "Send the ETag of the profile that you replace as If-Match.")));
        var tag = TAG.matcher(header);
        if (!tag.matches()) {
            throw new BadRequest(
                    Problem.badRequest("If-Match must be the one ETag that GET /me gave."));
        }
        return Long.parseLong(tag.group(1));
    }
}
