package drivetrain.local;

import drivetrain.local.Cleanup.Layer;
import drivetrain.local.identity.OpenIdIssuer;
import drivetrain.standins.StandIns;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * What the application finds outside AWS: the token issuer, the payment provider and the carrier,
 * and how its template is told of them.
 */
record Outside(OpenIdIssuer issuer, StandIns standIns) {
    static final String WEBHOOK_SECRET = "whsec_drivetrain";
    private static final String AUDIENCE = "drivetrain";
    private static final String PAYMENT_SECRET = "sk_test_drivetrain";
    private static final String CARRIER_SECRET = "EZTK_drivetrain";

    static Outside start(Cleanup cleanup, long seed) {
        try {
            OpenIdIssuer issuer = cleanup
                    .add(Layer.OUTSIDE,
                            OpenIdIssuer.start(OpenIdIssuer.Options.onPort(0, AUDIENCE)));
            StandIns standIns = cleanup.add(Layer.OUTSIDE, StandIns.start(new StandIns.Options(0, 0,
                    PAYMENT_SECRET, CARRIER_SECRET, Clock.systemUTC(), seed)));
            return new Outside(issuer, standIns);
        } catch (IOException e) {
            throw new StartFailure("The stand-ins can't start: " + e.getMessage(), e);
        }
    }

    /** Sends what the providers have to tell to the routes of the API that are meant for it. */
    void sendWebhooksTo(URI api) {
        standIns.payments().sendWebhooksTo(api.resolve("/webhooks/payments"), WEBHOOK_SECRET);
        standIns.carrier().sendWebhooksTo(api.resolve("/webhooks/shipping"), WEBHOOK_SECRET);
    }

    /** Values for parameters of these names, if the template has them. */
    Map<String, String> parameters() {
        return Map.of("TokenIssuer", issuer.url().toString(), "TokenAudience", AUDIENCE,
                "PaymentProviderUrl", standIns.payments().url().toString(), "CarrierUrl",
                standIns.carrier().url().toString());
    }

    /** The secrets that the template takes from Secrets Manager. */
    Map<String, String> secrets() {
        return Map.of(secret("payment-provider", "apiKey"), PAYMENT_SECRET,
                secret("payment-provider", "webhookSecret"), WEBHOOK_SECRET,
                secret("carrier", "apiKey"), CARRIER_SECRET, secret("carrier", "webhookSecret"),
                WEBHOOK_SECRET);
    }

    private static String secret(String name, String key) {
        return "secretsmanager:drivetrain/" + name + ":SecretString:" + key;
    }
}
