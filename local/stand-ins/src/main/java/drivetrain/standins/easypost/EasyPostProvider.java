package drivetrain.standins.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.standins.server.Answer;
import drivetrain.standins.server.Call;
import drivetrain.standins.server.Ids;
import drivetrain.standins.server.Json;
import drivetrain.standins.server.Provider;
import drivetrain.standins.server.WebhookSender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** EasyPost's routes and authentication, over {@link Shipments}. */
final class EasyPostProvider implements Provider {
    private final String secret;
    private final Clock clock;
    private final long seed;
    private final Shipments shipments;
    private final AtomicLong events = new AtomicLong();
    private final WebhookSender webhooks = new WebhookSender(EasyPostProvider::sign);

    EasyPostProvider(String secret, Clock clock, long seed) {
        this.secret = secret;
        this.clock = clock;
        this.seed = seed;
        this.shipments = new Shipments(clock, seed);
    }

    @Override
    public String name() {
        return "easypost";
    }

    @Override
    public Set<String> operations() {
        return Set.of("create", "retrieve", "buy", "refund", "track");
    }

    @Override
    public Optional<String> operationOf(Call call) {
        List<String> path = call.path();
        String last = path.isEmpty() ? "" : path.getLast();
        String shape = call.method() + " " + path.size() + " "
                + String.join("/", path.subList(0, Math.min(2, path.size())));
        return Optional.ofNullable(switch (shape) {
            case "POST 2 v2/shipments" -> "create";
            case "GET 3 v2/shipments" -> "retrieve";
            case "GET 3 v2/trackers" -> "track";
            case "POST 4 v2/shipments" -> Set.of("buy", "refund").contains(last) ? last : null;
            default -> null;
        });
    }

    @Override
    public Answer answer(Call call) {
        try {
            requireKey(call);
            return perform(call);
        } catch (EasyPostRefusal refusal) {
            return refusal.answer();
        }
    }

    private Answer perform(Call call) {
        String operation = operationOf(call).orElseThrow();
        return switch (operation) {
            case "create" -> answer(201, shipments.create(body(call)));
            case "retrieve" -> answer(200, shipments.get(call.path().get(2)));
            case "buy" -> answer(200, shipments.buy(call.path().get(2), body(call)));
            case "refund" -> answer(200, shipments.refund(call.path().get(2)));
            case "track" -> {
                Shipment shipment = shipments.tracked(call.path().get(2));
                yield Answer.of(200,
                        EasyPostObjects.tracker(shipment, shipment.label().orElseThrow()));
            }
            default -> throw EasyPostRefusal.notFound();
        };
    }

    private static Answer answer(int status, Shipment shipment) {
        return Answer.of(status, EasyPostObjects.shipment(shipment));
    }

    private static ObjectNode body(Call call) {
        return Json.readObject(call.body()).orElseThrow(EasyPostRefusal::malformed);
    }

    /** The key is the user of basic authentication; EasyPost also takes it as a bearer token. */
    private void requireKey(Call call) {
        String header = call.header("authorization").orElse("");
        String basic = Base64.getEncoder()
                .encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
        if (!header.equals("Basic " + basic) && !header.equals("Bearer " + secret)) {
            throw EasyPostRefusal.unauthorized();
        }
    }

    @Override
    public Answer failure(int status) {
        return EasyPostRefusal.fault(status).answer();
    }

    @Override
    public JsonNode ledger() {
        return Json.tree(byOrder());
    }

    /** What is held for each order. */
    Map<String, OrderShipment> byOrder() {
        var byOrder = new TreeMap<String, OrderShipment>();
        shipments.all().stream().collect(Collectors.groupingBy(Shipment::reference))
                .forEach((order, of) -> byOrder.put(order, OrderShipment.of(order, of)));
        return byOrder;
    }

    @Override
    public Optional<Answer> control(Call call) {
        if (call.method().equals("POST") && call.path().size() == 3
                && call.path().get(1).equals("parcels")) {
            String status = Json.readObject(call.body())
                    .map(body -> body.path("status").asText("")).orElse("");
            return Optional.of(moved(call.path().get(2), status));
        }
        return Optional.empty();
    }

    private Answer moved(String reference, String status) {
        ObjectNode answer = Json.object();
        try {
            move(reference, parcelStatus(status)).ifPresentOrElse(
                    received -> answer.put("receiverAnswered", received),
                    () -> answer.put("message", "Moved; no webhook URL is set"));
            return Answer.of(200, answer);
        } catch (EasyPostRefusal refusal) {
            return refusal.answer();
        } catch (IOException e) {
            return Answer.of(502, answer.put("message", "Moved; the receiver didn't answer"));
        }
    }

    private static Shipment.ParcelStatus parcelStatus(String wireName) {
        return Arrays.stream(Shipment.ParcelStatus.values())
                .filter(status -> status.wireName().equals(wireName)).findFirst().orElseThrow(
                        () -> new IllegalArgumentException("No parcel is ever " + wireName));
    }

    /** Moves an order's parcel and posts the event; gives the receiver's status. */
    Optional<Integer> move(String reference, Shipment.ParcelStatus to) throws IOException {
        String was = shipments.get(reference).label().map(label -> label.parcel().wireName())
                .orElse("unknown");
        Shipment shipment = shipments.move(reference, to);
        String id = "evt_" + Ids.of(seed, shipment.id() + events.incrementAndGet(), 32);
        return webhooks.post(EasyPostObjects
                .trackerUpdated(id, shipment, was, clock.instant()).toString());
    }

    @Override
    public WebhookSender webhooks() {
        return webhooks;
    }

    /** As EasyPost's client libraries check it: HMAC-SHA256 under the NFKD form of the secret. */
    private static WebhookSender.Signature.Header sign(String webhookSecret, String body) {
        String normalized = Normalizer.normalize(webhookSecret, Normalizer.Form.NFKD);
        return new WebhookSender.Signature.Header("X-Hmac-Signature",
                "hmac-sha256-hex=" + WebhookSender.hmacSha256(normalized, body));
    }
}
