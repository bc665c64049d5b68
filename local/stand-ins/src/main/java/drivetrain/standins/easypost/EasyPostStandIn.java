package drivetrain.standins.easypost;

import drivetrain.standins.server.FaultSwitch;
import drivetrain.standins.server.ProviderServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * EasyPost on loopback. Operations of its {@link #faults}: {@code create}, {@code retrieve},
 * {@code buy}, {@code refund}, {@code track}.
 */
public final class EasyPostStandIn implements AutoCloseable {
    private final EasyPostProvider provider;
    private final FaultSwitch faults;
    private final ProviderServer server;

    /**
     * Starts EasyPost.
     *
     * @param port the port on 127.0.0.1, or 0 for any free one
     * @param secret the API key that clients must send
     * @param seed what ids and failures depend on
     * @throws IOException if the port is taken
     */
    public EasyPostStandIn(int port, String secret, Clock clock, long seed) throws IOException {
        this.provider = new EasyPostProvider(secret, clock, seed);
        this.faults = new FaultSwitch(seed, provider.operations());
        this.server = new ProviderServer(provider, faults, port);
    }

    /** The base URL, without a slash at the end; API calls start with {@code /v2}. */
    public URI url() {
        return server.url();
    }

    /** The switch that makes it misbehave. */
    public FaultSwitch faults() {
        return faults;
    }

    /** What is held for an order; nothing at all if it has never been heard of. */
    public OrderShipment shipment(String orderId) {
        return shipments().getOrDefault(orderId, OrderShipment.of(orderId, List.of()));
    }

    /** What is held, by order. */
    public Map<String, OrderShipment> shipments() {
        return provider.byOrder();
    }

    /** Sends webhooks to {@code url}, signed with {@code secret}. */
    public void sendWebhooksTo(URI url, String secret) {
        provider.webhooks().sendTo(url, secret);
    }

    /**
     * The carrier scans an order's parcel: {@code in_transit}, and {@code tracker.updated} is sent.
     *
     * @return the webhook receiver's status, or empty if no URL is set
     * @throws IOException if the receiver doesn't answer; the parcel has moved nevertheless
     * @throws IllegalArgumentException if the order has no parcel
     */
    public Optional<Integer> dispatch(String orderId) throws IOException {
        return provider.move(orderId, Shipment.ParcelStatus.IN_TRANSIT);
    }

    /**
     * The carrier hands an order's parcel over: {@code delivered}; otherwise as {@link #dispatch}.
     */
    public Optional<Integer> deliver(String orderId) throws IOException {
        return provider.move(orderId, Shipment.ParcelStatus.DELIVERED);
    }

    @Override
    public void close() {
        server.close();
    }
}
