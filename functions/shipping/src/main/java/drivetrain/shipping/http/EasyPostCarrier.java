package drivetrain.shipping.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import drivetrain.dependency.HttpAnswer;
import drivetrain.dependency.HttpDependency;
import drivetrain.kernel.DependencyUnavailable;
import drivetrain.kernel.OrderId;
import drivetrain.lambda.JsonTypes;
import drivetrain.shipping.application.Carrier;
import drivetrain.shipping.application.CarrierRefused;
import drivetrain.shipping.domain.Address;
import drivetrain.shipping.domain.ShipmentId;
import io.avaje.jsonb.JsonType;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * EasyPost's shipments. It has no idempotency keys: what makes a call safe to repeat is the
 * shipment itself, which is found by the order's id as its reference, and of which a label can be
 * bought once and given back once. When either is refused, the shipment tells what became of it.
 *
 * <p>Source: EasyPost API, "Shipments", "Rates", "Refunds", "Errors".
 */
public final class EasyPostCarrier implements Carrier {
    private static final JsonType<EasyPostRequest> REQUEST = JsonTypes
            .strict(EasyPostRequest.class);
    private static final JsonType<EasyPostPurchase> PURCHASE = JsonTypes
            .strict(EasyPostPurchase.class);
    private static final JsonType<EasyPostShipment> SHIPMENT = JsonTypes
            .tolerant(EasyPostShipment.class);
    private static final JsonType<EasyPostFailure> FAILURE = JsonTypes
            .tolerant(EasyPostFailure.class);
    private static final String SHIPMENTS = "/v2/shipments";

    private final HttpDependency easyPost;
    private final Address origin;

    /**
     * EasyPost at an address.
     *
     * @param base {@code https://api.easypost.com}, or a stand-in
     * @param secret the API key
     * @param timeout the most that one call may take
     * @param origin where parcels come from
     */
    public EasyPostCarrier(URI base, String secret, Duration timeout, Address origin) {
        var key = Base64.getEncoder().encodeToString((secret + ":").getBytes(UTF_8));
        this.easyPost = new HttpDependency("easypost", base,
                Map.of("Authorization", "Basic " + key),
                timeout);
        this.origin = origin;
    }

    @Override
    public Answer offer(OrderId orderId, Address to, long massGrams) {
        return create(orderId.value(), to, massGrams);
    }

    @Override
    public Answer quote(Address to, long massGrams) {
        return create(null, to, massGrams);
    }

    private Answer create(String reference, Address to, long massGrams) {
        var content = new EasyPostRequest.Content(reference, EasyPostRequest.Place.of(to),
                EasyPostRequest.Place.of(origin), EasyPostRequest.Box.ofGrams(massGrams));
        var answer = post("create", SHIPMENTS, REQUEST.toJson(new EasyPostRequest(content)));
        return switch (answer.status()) {
            case 200, 201 -> SHIPMENT.fromJson(answer.body()).offer();
            case 400, 422 -> new Answer.Impossible(code(answer));
            default -> throw refused("create", answer);
        };
    }

    @Override
    public Optional<Answer.Offer> offered(OrderId orderId) {
        var answer = easyPost.get("retrieve", SHIPMENTS + "/" + orderId);
        return switch (answer.status()) {
            case 200 -> Optional.of(SHIPMENT.fromJson(answer.body()).offer());
            case 404 -> Optional.empty();
            default -> throw refused("retrieve", answer);
        };
    }

    @Override
    public Purchased buy(ShipmentId shipmentId, String rateId) {
        var choice = new EasyPostPurchase(new EasyPostPurchase.Choice(rateId));
        var answer = post("buy", path(shipmentId) + "/buy", PURCHASE.toJson(choice));
        var shipment = switch (answer.status()) {
            case 200, 201 -> SHIPMENT.fromJson(answer.body());
            case 400, 422 -> retrieve(shipmentId);
            default -> throw refused("buy", answer);
        };
        return shipment.label().<Purchased>map(Purchased.Bought::new)
                .orElseGet(() -> new Purchased.Refused(code(answer)));
    }

    @Override
    public Whereabouts whereabouts(ShipmentId shipmentId) {
        return retrieve(shipmentId).whereabouts();
    }

    @Override
    public Refund refund(ShipmentId shipmentId) {
        var answer = post("refund", path(shipmentId) + "/refund", "{}");
        var shipment = switch (answer.status()) {
            case 200, 201 -> SHIPMENT.fromJson(answer.body());
            case 400, 422 -> retrieve(shipmentId);
            default -> throw refused("refund", answer);
        };
        if (shipment.isGivenBack()) {
            return Refund.REFUNDED;
        }
        if (shipment.isOnItsWay()) {
            return Refund.DISPATCHED;
        }
        // "Refunds created very shortly after a label is generated may be improperly flagged as
        // invalid, but you may retry."
        throw new DependencyUnavailable("easypost doesn't refund " + shipmentId + " yet");
    }

    private EasyPostShipment retrieve(ShipmentId shipmentId) {
        var answer = easyPost.get("retrieve", path(shipmentId));
        if (!answer.isSuccess()) {
            throw refused("retrieve", answer);
        }
        return SHIPMENT.fromJson(answer.body());
    }

    private HttpAnswer post(String operation, String path, String body) {
        return easyPost.post(operation, path, "application/json", body, Map.of());
    }

    private static CarrierRefused refused(String operation, HttpAnswer answer) {
        return new CarrierRefused("easypost refused " + operation + " with " + answer.status() + " "
                + code(answer));
    }

    private static String code(HttpAnswer answer) {
        return answer.isSuccess() ? "no label" : FAILURE.fromJson(answer.body()).code();
    }

    private static String path(ShipmentId shipmentId) {
        return SHIPMENTS + "/" + shipmentId;
    }
}
