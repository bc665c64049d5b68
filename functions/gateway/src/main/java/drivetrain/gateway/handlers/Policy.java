package drivetrain.gateway.handlers;

import drivetrain.gateway.domain.Identity;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What a token authorizer answers.
 *
 * <p>Source: API Gateway developer guide, "Output from an API Gateway Lambda authorizer".
 *
 * @param context reaches the functions; texts only
 */
@Json
record Policy(String principalId, Document policyDocument, Context context) {
    @Json
    record Document(@Json.Property("Version") String version,
            @Json.Property("Statement") List<Statement> statement) {}

    @Json
    record Statement(@Json.Property("Action") String action,
            @Json.Property("Effect") String effect, @Json.Property("Resource") String resource) {}

    @Json
    record Context(String customerId, String scopes) {}

    /** Lets an identity call a resource, and nothing else. */
    static Policy allowing(Identity identity, String resource) {
        var customerId = identity.customerId().value();
        var allow = new Statement("execute-api:Invoke", "Allow", resource);
        return new Policy(customerId, new Document("2012-10-17", List.of(allow)),
                new Context(customerId, identity.scopeText()));
    }
}
