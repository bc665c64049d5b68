package drivetrain.local.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.UrlEncoded;

/** The issuer's HTTP side. */
final class IssuerHandler extends Handler.Abstract implements TokenDesk {
    private static final int MAX_FORM_BYTES = 8192;

    private final Supplier<String> issuer;
    private final TokenSigner signer;
    private final TokenEndpoint endpoint;

    /** {@code issuer} is asked for once the port is known. */
    IssuerHandler(Supplier<String> issuer, TokenSigner signer, TokenEndpoint endpoint) {
        this.issuer = issuer;
        this.signer = signer;
        this.endpoint = endpoint;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        String route = request.getMethod() + " " + Request.getPathInContext(request);
        switch (route) {
            case "GET /.well-known/openid-configuration" ->
                write(response, callback, 200, discovery());
            case "GET /jwks" -> write(response, callback, 200, signer.publicKeys());
            case "POST /token" -> token(request, response, callback);
            default -> write(response, callback, 404, error("not_found",
                    "There are /.well-known/openid-configuration, /jwks and POST /token"));
        }
        return true;
    }

    private String discovery() {
        ObjectNode document = Discovery.of(issuer.get()).put("token_endpoint",
                issuer.get() + "/token");
        document.putArray("grant_types_supported").add("client_credentials").add("password");
        document.putArray("token_endpoint_auth_methods_supported").add("none")
                .add("client_secret_basic").add("client_secret_post");
        return document.toString();
    }

    private void token(Request request, Response response, Callback callback)
            throws IOException {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        var form = new String(Content.Source.asInputStream(request).readNBytes(MAX_FORM_BYTES),
                StandardCharsets.UTF_8);
        Answer answer = answer(form,
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)));
        write(response, callback, answer.status(), answer.json());
    }

    @Override
    public Answer answer(String form, Optional<String> authorization) {
        return switch (endpoint.read(fields(form, authorization))) {
            case TokenEndpoint.Outcome.Granted(TokenRequest granted) ->
                new Answer(200, granted(granted));
            case TokenEndpoint.Outcome.Refused(String code, String description) ->
                new Answer(400, error(code, description));
        };
    }

    private String granted(TokenRequest request) {
        Duration lifetime = request.lifetime();
        return JsonNodeFactory.instance.objectNode()
                .put("access_token", signer.sign(issuer.get(), request))
                .put("token_type", "Bearer").put("expires_in", lifetime.toSeconds())
                .put("scope", request.scope()).toString();
    }

    /** The form's fields, and the client id of basic authentication where there is one. */
    private static Map<String, String> fields(String form, Optional<String> authorization) {
        var fields = new HashMap<String, String>();
        authorization.filter(header -> header.startsWith("Basic ")).ifPresent(
                basic -> fields.put("client_id", user(basic.substring("Basic ".length()))));
        UrlEncoded.decodeTo(form, fields::put, StandardCharsets.UTF_8);
        return fields;
    }

    private static String user(String credentials) {
        try {
            var text = new String(Base64.getDecoder().decode(credentials),
                    StandardCharsets.UTF_8);
            return text.split(":", 2)[0];
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String error(String code, String description) {
        return JsonNodeFactory.instance.objectNode().put("error", code)
                .put("error_description", description).toString();
    }

    private static void write(Response response, Callback callback, int status, String json) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
