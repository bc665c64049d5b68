package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The API, called with one token. */
public final class Api {
    private final URI base;
    private final String token;

    Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Reads a resource. */
    public Answer get(String path) {
        return Http.send(authorized(path).GET().build());
    }

    /** Replaces a resource. */
    public Answer put(String path, JsonNode body) {
        return Http.send(json(path).PUT(BodyPublishers.ofString(body.toString())).build());
    }

    /** Posts without a body. */
    public Answer post(String path) {
        return Http.send(authorized(path).POST(BodyPublishers.noBody()).build());
    }

    /** Posts a JSON body. */
    public Answer post(String path, JsonNode body) {
        return Http.send(json(path).POST(BodyPublishers.ofString(body.toString())).build());
    }

    /** Places an order under a key. */
    public Answer placeOrder(String idempotencyKey, String body) {
        return Http.send(json("/orders").header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)).build());
    }

    /** A request to be completed by hand. */
    public HttpRequest.Builder authorized(String path) {
        return Http.request(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    /** Sends a request that was made by hand. */
    public Answer send(HttpRequest request) {
        return Http.send(request);
    }

    private HttpRequest.Builder json(String path) {
        return authorized(path).header("Content-Type", "application/json");
    }
}
