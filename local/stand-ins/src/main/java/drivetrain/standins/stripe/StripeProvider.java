package drivetrain.standins.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.standins.server.Answer;
import drivetrain.standins.server.Call;
import drivetrain.standins.server.Json;
import drivetrain.standins.server.Provider;
import drivetrain.standins.server.WebhookSender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stripe's routes, authentication and idempotency keys, over {@link PaymentIntents}. */
final class StripeProvider implements Provider {
    private static final Pattern SEARCH = Pattern
            .compile("\\s*metadata\\['([^']+)'\\]\\s*:\\s*['\"]([^'\"]*)['\"]\\s*");
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;

    private final String secret;
    private final Clock clock;
    private final StripeIds ids;
    private final PaymentIntents intents;
    private final IdempotencyKeys keys = new IdempotencyKeys();
    private final AtomicLong unkeyed = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final WebhookSender webhooks;

    StripeProvider(String secret, Clock clock, long seed) {
        this.secret = secret;
        this.clock = clock;
        this.ids = new StripeIds(seed);
        this.intents = new PaymentIntents(clock, ids);
        this.webhooks = new WebhookSender(this::sign);
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public Set<String> operations() {
        return Set.of("create", "retrieve", "list", "search", "capture", "cancel", "refund");
    }

    @Override
    public Optional<String> operationOf(Call call) {
        return Optional.ofNullable(switch (route(call)) {
            case "POST v1/payment_intents" -> "create";
            case "GET v1/payment_intents" -> "list";
            case "GET v1/payment_intents/search" -> "search";
            case "GET v1/payment_intents/*" -> "retrieve";
            case "POST v1/payment_intents/*/capture" -> "capture";
            case "POST v1/payment_intents/*/cancel" -> "cancel";
            case "POST v1/refunds" -> "refund";
            default -> null;
        });
    }

    /** The method and the path, with a star in place of an id. */
    private static String route(Call call) {
        List<String> path = call.path();
        if (path.size() < 3 || path.get(2).equals("search")) {
            return call.method() + " " + String.join("/", path);
        }
        return call.method() + " " + String.join("/", path.subList(0, 2)) + "/*"
                + path.subList(3, path.size()).stream().map(part -> "/" + part)
                        .collect(Collectors.joining());
    }

    @Override
    public Answer answer(Call call) {
        try {
            requireKey(call);
            Optional<String> key = call.header("idempotency-key");
            return call.method().equals("POST") && key.isPresent()
                    ? keys.once(key.get(), fingerprint(call), () -> perform(call, key.get()))
                    : perform(call, "unkeyed-" + unkeyed.incrementAndGet());
        } catch (StripeRefusal refusal) {
            return refusal.answer();
        }
    }

    private Answer perform(Call call, String origin) {
        Form form = Form.parse(call.body());
        JsonNode object = switch (operationOf(call).orElseThrow()) {
            case "create" -> StripeObjects.intent(intents.create(form, origin));
            case "retrieve" -> StripeObjects.intent(intents.get(call.path().get(2)));
            case "capture" -> StripeObjects.intent(intents.capture(call.path().get(2), form));
            case "cancel" -> StripeObjects.intent(intents.cancel(call.path().get(2), form));
            case "refund" -> StripeObjects.refund(intents.refund(form, origin));
            case "list" -> list(Form.parse(call.query()));
            case "search" -> search(Form.parse(call.query()));
            default -> throw StripeRefusal.unrecognized(call.method(),
                    "/" + String.join("/", call.path()));
        };
        return Answer.of(200, object);
    }

    private JsonNode list(Form query) {
        query.requireOnly(Set.of("limit"));
        return page("list", "/v1/payment_intents", intents.newestFirst(), limit(query));
    }

    private JsonNode search(Form query) {
        query.requireOnly(Set.of("query", "limit"));
        Matcher search = SEARCH.matcher(query.required("query"));
        if (!search.matches()) {
            throw StripeRefusal.parameter("parameter_invalid_string", "query",
                    "This stand-in can only search metadata['key']:'value'.");
        }
        List<Intent> found = intents.newestFirst().stream().filter(intent -> search.group(2)
                .equals(intent.metadata().get(search.group(1)))).toList();
        return page("search_result", "/v1/payment_intents/search", found, limit(query));
    }

    private static JsonNode page(String kind, String url, List<Intent> all, int limit) {
        List<Intent> first = all.subList(0, Math.min(limit, all.size()));
        return StripeObjects.page(kind, url, first, all.size() > limit);
    }

    private static int limit(Form query) {
        return (int) Math.min(MAX_LIMIT, query.amount("limit").orElse((long) DEFAULT_LIMIT));
    }

    private static String fingerprint(Call call) {
        return call.method() + " " + call.path() + " " + Form.parse(call.body()).fingerprint();
    }

    /** Takes the key as a bearer token or as the user of basic authentication, as Stripe does. */
    private void requireKey(Call call) {
        String header = call.header("authorization").orElseThrow(() -> StripeRefusal.unauthorized(
                "You did not provide an API key. You need to provide your API key in the "
                        + "Authorization header, using Bearer auth."));
        String basic = Base64.getEncoder()
                .encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
        if (!header.equals("Bearer " + secret) && !header.equals("Basic " + basic)) {
            throw StripeRefusal.unauthorized("Invalid API Key provided");
        }
    }

    @Override
    public Answer failure(int status) {
        return status == 404
                ? StripeRefusal.unrecognized("?", "see the README of the stand-ins").answer()
                : StripeRefusal.fault(status).answer();
    }

    @Override
    public JsonNode ledger() {
        return Json.tree(payments());
    }

    /** What is held for each order. */
    Map<String, OrderPayment> payments() {
        var payments = new TreeMap<String, OrderPayment>();
        intents.newestFirst().stream().collect(Collectors.groupingBy(Intent::orderReference))
                .forEach((order, of) -> payments.put(order, OrderPayment.of(order, of)));
        return payments;
    }

    @Override
    public Optional<Answer> control(Call call) {
        if (call.method().equals("POST") && call.path().size() == 3
                && call.path().get(1).equals("webhook")) {
            String type = Json.readObject(call.body()).map(body -> body.path("type").asText(""))
                    .orElse("");
            return Optional.of(sent(call.path().get(2), type));
        }
        return Optional.empty();
    }

    private Answer sent(String orderId, String type) {
        try {
            ObjectNode answer = Json.object();
            sendWebhook(orderId, type).ifPresentOrElse(
                    status -> answer.put("receiverAnswered", status),
                    () -> answer.put("message", "No webhook URL is set"));
            return Answer.of(200, answer);
        } catch (IOException e) {
            return Answer.of(502, Json.object().put("message", "The receiver didn't answer"));
        }
    }

    /** Posts an event of this type about the newest intent of an order. */
    Optional<Integer> sendWebhook(String orderId, String type) throws IOException {
        Intent intent = intents.newestFirst().stream()
                .filter(one -> one.orderReference().equals(orderId)).findFirst().orElseThrow(
                        () -> new IllegalArgumentException("No payment for order " + orderId));
        JsonNode object = switch (type) {
            case "payment_intent.amount_capturable_updated", "payment_intent.succeeded",
                    "payment_intent.canceled", "payment_intent.payment_failed" ->
                StripeObjects.intent(intent);
            case "charge.refunded" -> StripeObjects.charge(intent);
            default -> throw new IllegalArgumentException("This stand-in can't send " + type);
        };
        String id = ids.of("evt", intent.id() + ":" + type + ":" + events.incrementAndGet());
        return webhooks.post(StripeObjects.event(id, type, clock.instant(), object).toString());
    }

    @Override
    public WebhookSender webhooks() {
        return webhooks;
    }

    /** "Verify webhook signatures manually": HMAC-SHA256 of {@code timestamp.body}. */
    private WebhookSender.Signature.Header sign(String webhookSecret, String body) {
        long timestamp = clock.instant().getEpochSecond();
        return new WebhookSender.Signature.Header("Stripe-Signature", "t=" + timestamp + ",v1="
                + WebhookSender.hmacSha256(webhookSecret, timestamp + "." + body));
    }
}
