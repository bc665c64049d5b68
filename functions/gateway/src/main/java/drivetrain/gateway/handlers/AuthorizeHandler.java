package drivetrain.gateway.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import drivetrain.gateway.GatewayComponent;
import drivetrain.gateway.application.Authorize;
import drivetrain.lambda.JsonTypes;
import io.avaje.json.JsonDataException;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The API's token authorizer: {@link Authorize}. It logs nothing, since it sees tokens. */
public final class AuthorizeHandler implements RequestStreamHandler {
    private static final JsonType<TokenRequest> REQUEST = JsonTypes.tolerant(TokenRequest.class);
    private static final JsonType<Policy> POLICY = JsonTypes.strict(Policy.class);

    private final Authorize useCase;

    public AuthorizeHandler() {
        this(GatewayComponent.deployed().authorize());
    }

    public AuthorizeHandler(Map<String, String> environment) {
        this(GatewayComponent.of(environment).authorize());
    }

    AuthorizeHandler(Authorize useCase) {
        this.useCase = useCase;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        var request = read(input);
        var identity = useCase.authorize(request.authorizationToken())
                .orElseThrow(Unauthorized::new);
        POLICY.toJson(Policy.allowing(identity, request.wholeApi()), output);
    }

    private static TokenRequest read(InputStream input) {
        try {
            return REQUEST.fromJson(input);
        } catch (JsonDataException tooLong) {
            // The only part of this event that a client writes is the token.
            throw new Unauthorized();
        }
    }
}
