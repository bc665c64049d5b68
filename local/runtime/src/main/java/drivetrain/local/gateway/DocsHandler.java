package drivetrain.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Shows the API to a person with a browser, at {@code /docs}: Swagger UI, as its webjar has it. The
 * page loads nothing from elsewhere, and its content security policy says so. A deployed API has no
 * such page.
 */
final class DocsHandler extends Handler.Wrapper {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";
    private static final Map<String, String> OWN = Map.of("/docs", "index.html",
            "/docs/docs.js", "docs.js");
    private static final Map<String, String> OF_THE_WEBJAR = Map.of(
            "/docs/swagger-ui.css", "swagger-ui.css",
            "/docs/swagger-ui-bundle.js", "swagger-ui-bundle.js",
            "/docs/favicon-32x32.png", "favicon-32x32.png");
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8",
            "png", "image/png");

    private final ObjectNode definition;

    /** Shows a definition; everything else is the other handler's. */
    DocsHandler(ObjectNode definition, Handler otherwise) {
        super(otherwise);
        this.definition = definition;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws Exception { // What Jetty declares.
        String path = Request.getPathInContext(request);
        if (!request.getMethod().equals("GET")) {
            return super.handle(request, response, callback);
        }
        if (path.equals("/docs/openapi.json")) {
            byte[] shown = ShownDefinition.of(definition).toString()
                    .getBytes(StandardCharsets.UTF_8);
            return write(shown, "application/json", response, callback);
        }
        if (OWN.containsKey(path)) {
            return file("/drivetrain/local/gateway/docs/" + OWN.get(path), response, callback);
        }
        if (OF_THE_WEBJAR.containsKey(path)) {
            return file(webjar() + OF_THE_WEBJAR.get(path), response, callback);
        }
        return super.handle(request, response, callback);
    }

    private static boolean file(String name, Response response, Callback callback)
            throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = DocsHandler.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " isn't on the class path");
            }
            return write(in.readAllBytes(), type, response, callback);
        }
    }

    /** Its folder's name has the version, which the webjar itself tells. */
    private static String webjar() {
        var properties = new Properties();
        try (InputStream in = DocsHandler.class.getResourceAsStream(
                "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/swagger-ui/" + properties.getProperty("version")
                + "/";
    }

    private static boolean write(byte[] body, String type, Response response,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put("Content-Security-Policy", POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
