package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of an operation that would succeed if its caller may make it: made of the examples in the
 * OpenAPI file, about a product and an order that exist. An operation that can't be called so fails
 * with a sentence that says what is missing.
 */
final class WellFormedCall {
    private final Operation operation;
    private final Shop shop;
    private final Customer owner;
    private final Product product;
    private Order order;

    /**
     * @param owner
     *            whose order it is about, if it is about one
     */
    WellFormedCall(Operation operation, Shop shop, Customer owner) {
        this.operation = operation;
        this.shop = shop;
        this.owner = owner;
        this.product = shop.product(12_900, 1_000);
    }

    static URI uri(Shop shop, String path) {
        return URI.create(shop.system().api() + path);
    }

    /** The request, with a header {@code Authorization} unless that is empty. */
    HttpRequest request(String authorization) {
        HttpRequest.Builder request = Http.request(uri(shop, path() + query()));
        operation.parametersIn("header").stream()
                .filter(header -> header.path("required").asBoolean() || header.has("example"))
                .forEach(header -> request.header(header.path("name").asText(), example(header)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return operation.takesBody()
                ? request.header("Content-Type", "application/json")
                        .method(operation.method(), BodyPublishers.ofString(body())).build()
                : request.method(operation.method(), BodyPublishers.noBody()).build();
    }

    /** Sends it. */
    Answer send(HttpRequest request) {
        return Http.send(request);
    }

    /** Its path, with the things in it that exist. */
    String path() {
        String path = operation.path();
        for (JsonNode parameter : operation.parametersIn("path")) {
            String name = parameter.path("name").asText();
            path = path.replace("{" + name + "}", thing(name));
        }
        return path;
    }

    private String thing(String parameter) {
        return switch (parameter) {
            case "sku" -> product.sku();
            case "id" -> order().id();
            case "dependency" -> "carrier";
            case "operation" -> "shipments";
            default -> throw new IllegalStateException("Which {" + parameter + "} shall "
                    + operation + " be called with? Teach it to WellFormedCall.thing");
        };
    }

    /** One that is fulfilled, so that it has a payment and a shipment, and can be cancelled. */
    private Order order() {
        if (order == null) {
            order = owner.place(OrderRequest.of(product, 1)).await("FULFILLED");
        }
        return order;
    }

    private String query() {
        List<String> query = new ArrayList<>();
        operation.parametersIn("query").stream()
                .filter(one -> one.path("required").asBoolean())
                .forEach(one -> query.add(one.path("name").asText() + "="
                        + URLEncoder.encode(example(one), StandardCharsets.UTF_8)));
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String example(JsonNode parameter) {
        if (!parameter.has("example")) {
            throw new IllegalStateException("The parameter " + parameter.path("name").asText()
                    + " of " + operation + " has no example in api/openapi.yaml to call it with");
        }
        return parameter.path("example").asText();
    }

    private String body() {
        if (!operation.bodySchema().has("example")) {
            throw new IllegalStateException("The body of " + operation
                    + " has no example in api/openapi.yaml to call it with");
        }
        JsonNode body = operation.bodySchema().path("example").deepCopy();
        body.findParents("sku").forEach(line -> ((ObjectNode) line).put("sku", product.sku()));
        return body.toString();
    }
}
