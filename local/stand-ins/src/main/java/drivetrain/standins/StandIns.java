package drivetrain.standins;

import drivetrain.standins.easypost.EasyPostStandIn;
import drivetrain.standins.stripe.StripeStandIn;
import java.io.IOException;
import java.time.Clock;

/** Both providers, started and closed together. */
public final class StandIns implements AutoCloseable {
    private final StripeStandIn payments;
    private final EasyPostStandIn carrier;

    private StandIns(StripeStandIn payments, EasyPostStandIn carrier) {
        this.payments = payments;
        this.carrier = carrier;
    }

    /**
     * What to start.
     *
     * @param paymentPort Stripe's port on 127.0.0.1, or 0 for any free one
     * @param carrierPort EasyPost's port on 127.0.0.1, or 0 for any free one
     * @param paymentSecret the key that Stripe's clients must send
     * @param carrierSecret the key that EasyPost's clients must send
     * @param seed what ids and failures depend on
     */
    public record Options(int paymentPort, int carrierPort, String paymentSecret,
            String carrierSecret, Clock clock, long seed) {

        /** Free ports, the wall clock, and keys that look like the providers' test keys. */
        public static Options onFreePorts() {
            return new Options(0, 0, "sk_test_drivetrain", "EZTK_drivetrain", Clock.systemUTC(),
                    1);
        }
    }

    /**
     * Starts both.
     *
     * @throws IOException if a port is taken; nothing stays started then
     */
    public static StandIns start(Options options) throws IOException {
        var payments = new StripeStandIn(options.paymentPort(), options.paymentSecret(),
                options.clock(), options.seed());
        try {
            return new StandIns(payments, new EasyPostStandIn(options.carrierPort(),
                    options.carrierSecret(), options.clock(), options.seed()));
        } catch (IOException e) {
            payments.close();
            throw e;
        }
    }

    /** The payment provider. */
    public StripeStandIn payments() {
        return payments;
    }

    /** The carrier. */
    public EasyPostStandIn carrier() {
        return carrier;
    }

    @Override
    public void close() {
        try {
            payments.close();
        } finally {
            carrier.close();
        }
    }
}
