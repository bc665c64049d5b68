package drivetrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import drivetrain.local.Cleanup.Layer;
import drivetrain.local.identity.OpenIdIssuer;
import drivetrain.local.template.ApiResource;
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
    private static final String PAYMENT_WEBHOOKS = "/webhooks/payments";
    private static final String CARRIER_WEBHOOKS = "/webhooks/shipping";
    private static final String AUDIENCE = "drivetrain";
    private static final String PAYMENT_SECRET = "sk_test_drivetrain";
    private static final String CARRIER_SECRET = "EZTK_drivetrain";

    /**
     * Starts them.
     *
     * @param standInPort
     *            the payment provider's; the carrier's is the next one; 0 for any free ones
     */
    static Outside start(Cleanup cleanup, int standInPort, long seed) {
        int carrierPort = standInPort == 0 ? 0 : standInPort + 1;
        try {
            OpenIdIssuer issuer = cleanup
                    .add(Layer.OUTSIDE,
                            OpenIdIssuer.start(OpenIdIssuer.Options.onPort(0, AUDIENCE)));
            StandIns standIns = cleanup.add(Layer.OUTSIDE,
                    StandIns.start(new StandIns.Options(standInPort,
                            carrierPort, PAYMENT_SECRET, CARRIER_SECRET, Clock.systemUTC(), seed)));
            return new Outside(issuer, standIns);
        } catch (IOException e) {
            throw new StartFailure("The stand-ins can't start: " + e.getMessage(), e);
        }
    }

    /** Has the providers send their webhooks to the API, where it has routes for them. */
    void sendWebhooksTo(ApiResource api, URI url) {
        JsonNode paths = api.definition().path("paths");
        if (paths.has(PAYMENT_WEBHOOKS)) {
            standIns.payments().sendWebhooksTo(url.resolve(PAYMENT_WEBHOOKS), WEBHOOK_SECRET);
        }
        if (paths.has(CARRIER_WEBHOOKS)) {
            standIns.carrier().sendWebhooksTo(url.resolve(CARRIER_WEBHOOKS), WEBHOOK_SECRET);
        }
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
