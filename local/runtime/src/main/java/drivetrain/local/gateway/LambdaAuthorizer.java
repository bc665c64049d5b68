package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.lambda.InvocationResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Lambda authorizer, of type {@code TOKEN} or {@code REQUEST}. A caller without the identity that
 * it wants is turned away without asking it.
 */
final class LambdaAuthorizer {
    private static final String UNAUTHORIZED = "Unauthorized";

    private final String function;
    private final boolean tokenOnly;
    private final List<IdentitySource> identity;
    private final Optional<Pattern> validation;
    private final PolicyCache cache;
    private final FunctionCalls functions;

    /**
     * @param tokenOnly whether it is of type {@code TOKEN}; then there is one identity source
     * @param validation {@code identityValidationExpression}: what the whole token looks like
     */
    LambdaAuthorizer(String function, boolean tokenOnly, List<IdentitySource> identity,
            Optional<Pattern> validation, PolicyCache cache, FunctionCalls functions) {
        this.function = function;
        this.tokenOnly = tokenOnly;
        this.identity = List.copyOf(identity);
        this.validation = validation;
        this.cache = cache;
        this.functions = functions;
    }

    /**
     * Lets the caller pass, and notes who it is.
     *
     * @throws GatewayRefusal (401, 403, or 500 if the authorizer itself fails)
     */
    void authorize(ApiCall call) {
        String methodArn = call.stage().methodArn(call.http().method(), call.http().path());
        List<String> credentials = credentials(call);
        String key = String.join("\n", credentials);
        AuthorizerPolicy policy = credentials.isEmpty()
                ? ask(event(call, credentials, methodArn))
                : cache.get(key).orElseGet(() -> {
                    AuthorizerPolicy asked = ask(event(call, credentials, methodArn));
                    cache.put(key, asked);
                    return asked;
                });
        policy.requireAllowed(methodArn);
        call.authorized(policy.caller());
    }

    private List<String> credentials(ApiCall call) {
        var credentials = new ArrayList<String>();
        for (IdentitySource source : identity) {
            credentials.add(source.in(call).filter(this::looksValid).orElseThrow(
                    () -> GatewayRefusal.of(GatewayResponseType.UNAUTHORIZED)));
        }
        return credentials;
    }

    private boolean looksValid(String credential) {
        return validation.isEmpty() || validation.get().matcher(credential).matches();
    }

    private byte[] event(ApiCall call, List<String> credentials, String methodArn) {
        if (!tokenOnly) {
            return new ProxyEvent(call).ofAuthorizer(methodArn);
        }
        return Trees.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "TOKEN");
            json.writeStringField("methodArn", methodArn);
            json.writeStringField("authorizationToken", credentials.getFirst());
            json.writeEndObject();
        });
    }

    private AuthorizerPolicy ask(byte[] event) {
        InvocationResult result = functions.call(function, event, FunctionCalls.LIMIT).orElseThrow(
                () -> GatewayRefusal.of(GatewayResponseType.AUTHORIZER_FAILURE));
        if (result.statusCode() >= 300) {
            throw GatewayRefusal.of(GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR);
        }
        if (!result.succeeded()) {
            throw GatewayRefusal.of(saysUnauthorized(result)
                    ? GatewayResponseType.UNAUTHORIZED
                    : GatewayResponseType.AUTHORIZER_FAILURE);
        }
        return AuthorizerPolicy.read(result.payload());
    }

    /** A function turns a caller away by failing with exactly this message. */
    private static boolean saysUnauthorized(InvocationResult result) {
        try {
            JsonNode error = Trees.read(result.payload());
            return error.path("errorMessage").asText("").equals(UNAUTHORIZED);
        } catch (IOException e) {
            return false;
        }
    }
}
