package drivetrain.standins.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drivetrain.standins.server.Ids;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** All shipments and their rules. Each shipment changes atomically; no lock spans two. */
final class Shipments {
    private static final int ID_LENGTH = 32;

    private final Clock clock;
    private final long seed;
    private final Map<String, Shipment> byId = new ConcurrentHashMap<>();
    private final Map<String, String> newestOfReference = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> createdOfReference = new ConcurrentHashMap<>();

    Shipments(Clock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
    }

    /** A quoted shipment. As with EasyPost, creating one twice makes two. */
    Shipment create(JsonNode body) {
        ObjectNode request = ShipmentRequest.validated(body);
        String reference = request.path("reference").asText("");
        int nth = createdOfReference.computeIfAbsent(reference, _ -> new AtomicInteger())
                .incrementAndGet();
        String id = id("shp", reference + "#" + nth);
        var rates = Carrier.ALL.stream().map(carrier -> rate(carrier, id, request)).toList();
        var shipment = new Shipment(id, reference, request, rates, Optional.empty(),
                Shipment.RefundStatus.NONE, clock.instant(), clock.instant());
        byId.put(id, shipment);
        if (!reference.isEmpty()) {
            newestOfReference.put(reference, id);
        }
        return shipment;
    }

    /** By id, or by reference; of several with the same reference, the newest. */
    Shipment get(String idOrReference) {
        Shipment shipment = byId.get(newestOfReference.getOrDefault(idOrReference, idOrReference));
        if (shipment == null) {
            throw EasyPostRefusal.notFound();
        }
        return shipment;
    }

    Shipment buy(String id, JsonNode body) {
        return change(id, shipment -> {
            if (shipment.label().isPresent()) {
                throw EasyPostRefusal.unprocessable("SHIPMENT.POSTAGE.EXISTS",
                        "Postage already exists for this shipment");
            }
            Shipment.Rate rate = shipment.rate(body.path("rate").path("id").asText(""))
                    .orElseThrow(() -> EasyPostRefusal.unprocessable("SHIPMENT.POSTAGE.FAILURE",
                            "The rate isn't one of this shipment"));
            return shipment.bought(new Shipment.Label(rate, id("trk", shipment.id()),
                    trackingCode(shipment.id()), Shipment.ParcelStatus.PRE_TRANSIT),
                    clock.instant());
        });
    }

    Shipment refund(String id) {
        return change(id, shipment -> {
            if (shipment.label().isEmpty()) {
                throw EasyPostRefusal.unprocessable("SHIPMENT.REFUND.FAILURE",
                        "Refund request failed: no postage was purchased");
            }
            return shipment.refunded() ? shipment : shipment.refund(clock.instant());
        });
    }

    /** Moves the parcel of a shipment. */
    Shipment move(String idOrReference, Shipment.ParcelStatus status) {
        return change(get(idOrReference).id(), shipment -> {
            if (shipment.label().isEmpty() || shipment.refunded()) {
                throw new IllegalArgumentException("No parcel is on its way for " + idOrReference);
            }
            return shipment.moved(status, clock.instant());
        });
    }

    /** By the id of a tracker. */
    Shipment tracked(String trackerId) {
        return byId.values().stream().filter(shipment -> shipment.label()
                .filter(label -> label.trackerId().equals(trackerId)).isPresent()).findFirst()
                .orElseThrow(EasyPostRefusal::notFound);
    }

    Collection<Shipment> all() {
        return byId.values();
    }

    private Shipment change(String idOrReference, UnaryOperator<Shipment> step) {
        return byId.compute(get(idOrReference).id(), (_, shipment) -> step.apply(shipment));
    }

    private Shipment.Rate rate(Carrier carrier, String shipmentId, ObjectNode request) {
        boolean abroad = ShipmentRequest.abroad(request);
        return new Shipment.Rate(id("rate", shipmentId + carrier.name()), carrier,
                carrier.cents(ShipmentRequest.ounces(request), abroad), carrier.days(abroad));
    }

    private String id(String prefix, String origin) {
        return prefix + "_" + Ids.of(seed, prefix + origin, ID_LENGTH);
    }

    private String trackingCode(String shipmentId) {
        return "EZ" + Ids.of(seed, "code" + shipmentId, 16).toUpperCase(Locale.ROOT);
    }
}
