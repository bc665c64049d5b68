package drivetrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.acceptance.SchemaViolations.Violation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A request in the making. It starts as a good one and is made bad step by step. A body that breaks
 * its schema comes with every right to write; anything that might pass for a good request lacks what
 * would let it write: a token, a scope, or the right media type.
 */
final class AttackDraft {
    private static final String JSON = "application/json";

    private final Operation operation;
    private final Attackers.Loot loot;
    private final RandomGenerator random;
    private final List<String> what = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> query = new ArrayList<>();
    private String method;
    private String path;
    private byte[] body = {};
    private boolean surelyBad;
    private boolean routed = true;

    AttackDraft(Operation operation, Attackers.Loot loot, RandomGenerator random) {
        this.operation = operation;
        this.loot = loot;
        this.random = random;
        this.method = operation.method();
        this.path = operation.path().replace("{sku}", loot.victim().sku()).replace("{id}",
                loot.victim().orderId());
        operation.parametersIn("path").forEach(one -> this.path = path.replace(
                "{" + one.path("name").asText() + "}", one.path("example").asText()));
        operation.parametersIn("query").stream().filter(one -> one.path("required").asBoolean())
                .forEach(one -> query.add(one.path("name").asText() + "="
                        + one.path("example").asText()));
        operation.parametersIn("header").stream().filter(one -> one.has("example"))
                .forEach(one -> headers.put(one.path("name").asText(),
                        one.path("example").asText()));
    }

    /** Makes the body bad, and sometimes the rest too. */
    void attackBody(List<Violation> violations) {
        headers.put("Content-Type", JSON);
        JsonNode example = operation.bodySchema().path("example").deepCopy();
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> violate(violations);
            case 3, 4 -> use("a hostile value", BodyMutations.tree(example, random));
            case 5, 6 -> use("bytes", BodyMutations.bytes(example, random));
            default -> {
                use("a good body", example.toString().getBytes(StandardCharsets.UTF_8));
                attackAddress();
            }
        }
        if (random.nextInt(4) == 0) {
            attackHeader();
        }
    }

    private void violate(List<Violation> violations) {
        if (violations.isEmpty()) {
            use("an empty body", new byte[0]);
            return;
        }
        Violation violation = violations.get(random.nextInt(violations.size()));
        use(violation.what(), named(violation.body()).getBytes(StandardCharsets.UTF_8));
        surelyBad = true;
    }

    /** Names a product that there is, so that nothing but the violation stands in the way. */
    private String named(JsonNode violated) {
        JsonNode copy = violated.deepCopy();
        copy.findParents("sku").stream().filter(line -> line.path("sku").asText()
                .equals("SRV-2040-485"))
                .forEach(line -> ((ObjectNode) line).put("sku", loot.victim().sku()));
        return copy.toString();
    }

    private void use(String name, byte[] newBody) {
        what.add(name);
        body = newBody;
    }

    /** Makes the path, the query, the method or a header bad. */
    void attackAddress() {
        switch (random.nextInt(6)) {
            case 0, 1 -> attackPath();
            case 2, 3 -> attackQuery();
            case 4 -> attackHeader();
            default -> {
                method = Hostile.pick(random, "PATCH", "DELETE", "TRACE", "FOO", "get", "POST",
                        "PUT", "HEAD");
                what.add("method " + method);
                routed = false;
            }
        }
    }

    private void attackPath() {
        what.add("path");
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        segments.set(1 + random.nextInt(segments.size() - 1), segment());
        path = String.join("/", segments);
        routed = false;
    }

    private String segment() {
        return switch (random.nextInt(4)) {
            case 0 -> Hostile.pick(random, "..", ".", "%2e%2e", "%zz", "%", "%00", "%c0%af", "%ff",
                    "..;", "a%2fb", "*", "~", "{id}", "a;b=c", "", "%u0041", "\u00ff", "[", "|");
            case 1 -> "a".repeat(1 + random.nextInt(9_000));
            default -> encoded(Hostile.text(random));
        };
    }

    private void attackQuery() {
        what.add("query");
        List<JsonNode> known = operation.parametersIn("query");
        int more = 1 + random.nextInt(3);
        for (int i = 0; i < more; i++) {
            String name = known.isEmpty() || random.nextInt(4) == 0
                    ? encoded(Hostile.text(random))
                    : known.get(random.nextInt(known.size())).path("name").asText();
            query.add(name + Hostile.pick(random, "=", "=", "=", "[]=", "[$gt]=", "")
                    + (random.nextInt(6) == 0
                            ? Hostile.pick(random, "%zz", "%", "%ff%fe", "%c3%28", "&&==&", "+")
                            : encoded(Hostile.text(random))));
        }
    }

    private void attackHeader() {
        String name = Hostile.pick(random, "Idempotency-Key", "If-Match", "X-Correlation-Id",
                "Accept", "Content-Encoding", "X-HTTP-Method-Override", "X-Forwarded-For",
                "X-Original-URL", "X-Customer-Id", "Cookie", "Range", "Origin", "Content-Type",
                "Stripe-Signature", "X-Hmac-Signature", "Accept-Language", "X-Api-Key");
        String value = Hostile.text(random).replaceAll("[\\r\\n]", " ");
        what.add("header " + name);
        headers.put(name, new String(value.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1));
        routed = false;
        surelyBad = surelyBad && !name.equals("Content-Type");
    }

    /** The request, without what might let it write. */
    Attack finished(int index) {
        boolean writes = !operation.method().equals("GET") || !method.equals("GET");
        String token = surelyBad ? strongestToken() : weakToken(writes);
        if (!token.isEmpty()) {
            headers.put("Authorization", token);
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return new Attack(index, operation, what, method, target, headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue()).toList(), body,
                surelyBad || writes, routed);
    }

    private String strongestToken() {
        return "Bearer " + (operation.scopes().contains("customer")
                ? loot.customer()
                : loot.staff());
    }

    private String weakToken(boolean writes) {
        if (!writes || operation.owned() || !operation.scopes().contains("customer")) {
            return random.nextInt(4) == 0 ? garbage() : "Bearer " + loot.customer();
        }
        if (operation.takesBody() && random.nextInt(2) == 0) {
            what.add("another media type");
            headers.put("Content-Type", Hostile.pick(random, "text/plain", "application/xml", "",
                    "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
                    "application/json5", "application/vnd.api+json", "*/*", "application"));
            routed = false;
            return "Bearer " + loot.customer();
        }
        return garbage();
    }

    private String garbage() {
        what.add("a bad token");
        if (random.nextInt(12) == 0) {
            routed = false;
            return "Bearer \u00e9\u0001";
        }
        return Hostile.pick(random, "", "Bearer", "Bearer ", "Basic YTpi", "Bearer a.b.c",
                "Bearer " + loot.expired(), loot.customer(), "Bearer " + loot.customer() + "x",
                "Bearer " + loot.customer().substring(0, loot.customer().lastIndexOf('.') + 1),
                "Bearer " + "a".repeat(9_000));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
