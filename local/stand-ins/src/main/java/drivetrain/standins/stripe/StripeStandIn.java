package drivetrain.standins.stripe;

import drivetrain.standins.server.FaultSwitch;
import drivetrain.standins.server.ProviderServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stripe on loopback. Operations of its {@link #faults}: {@code create}, {@code retrieve},
 * {@code list}, {@code search}, {@code capture}, {@code cancel}, {@code refund}.
 */
public final class StripeStandIn implements AutoCloseable {
    private final StripeProvider provider;
    private final FaultSwitch faults;
    private final ProviderServer server;

    /**
     * Starts Stripe.
     *
     * @param port the port on 127.0.0.1, or 0 for any free one
     * @param secret the API key that clients must send
     * @param seed what ids and failures depend on
     * @throws IOException if the port is taken
     */
    public StripeStandIn(int port, String secret, Clock clock, long seed) throws IOException {
        this.provider = new StripeProvider(secret, clock, seed);
        this.faults = new FaultSwitch(seed, provider.operations());
        this.server = new ProviderServer(provider, faults, port);
    }

    /** The base URL, without a slash at the end; API calls start with {@code /v1}. */
    public URI url() {
        return server.url();
    }

    /** The switch that makes it misbehave. */
    public FaultSwitch faults() {
        return faults;
    }

    /** What is held for an order; all zero if it has never been heard of. */
    public OrderPayment payment(String orderId) {
        return payments().getOrDefault(orderId, OrderPayment.of(orderId, List.of()));
    }

    /** What is held, by order. */
    public Map<String, OrderPayment> payments() {
        return provider.payments();
    }

    /** Sends webhooks to {@code url}, signed with {@code secret}. */
    public void sendWebhooksTo(URI url, String secret) {
        provider.webhooks().sendTo(url, secret);
    }

    /**
     * Posts an event about an order's newest intent, as it is now: one of
     * {@code payment_intent.amount_capturable_updated}, {@code payment_intent.succeeded},
     * {@code payment_intent.canceled}, {@code payment_intent.payment_failed} and
     * {@code charge.refunded}.
     *
     * @return the receiver's status, or empty if no URL is set
     * @throws IOException if the receiver doesn't answer
     * @throws IllegalArgumentException if there is no such order or type
     */
    public Optional<Integer> sendWebhook(String orderId, String type) throws IOException {
        return provider.sendWebhook(orderId, type);
    }

    @Override
    public void close() {
        server.close();
    }
}
