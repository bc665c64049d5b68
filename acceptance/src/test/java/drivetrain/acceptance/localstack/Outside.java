package drivetrain.acceptance.localstack;

import drivetrain.acceptance.DrivetrainSystem;
import drivetrain.deploy.ArtifactBucket;
import drivetrain.local.identity.PublishedIssuer;
import drivetrain.local.identity.TokenRequest;
import drivetrain.standins.StandIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/**
 * What the stack finds outside AWS: the providers' stand-ins, in this JVM, and a token issuer. The
 * authorizer wants an issuer behind https, so its two documents are published in a bucket, and the
 * tokens are made here.
 */
record Outside(StandIns standIns, PublishedIssuer issuer) implements AutoCloseable {
    private static final String ISSUER_BUCKET = "drivetrain-issuer";
    private static final String WEBHOOK_SECRET = "whsec_drivetrain";

    static Outside start(URI issuerBase) {
        try {
            return new Outside(StandIns.start(StandIns.Options.onFreePorts()),
                    new PublishedIssuer(URI.create(issuerBase + "/" + ISSUER_BUCKET),
                            Clock.systemUTC()));
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-ins can't start", e);
        }
    }

    /** Lets the stack's functions reach the providers. */
    void exposeTo(Place place) {
        place.expose(standIns.payments().url().getPort());
        place.expose(standIns.carrier().url().getPort());
    }

    /** Puts the issuer's documents where its URL leads. */
    void publishIssuer(S3Client s3, String region) {
        new ArtifactBucket(s3, region, ISSUER_BUCKET);
        issuer.documents().forEach((path, document) -> s3.putObject(
                request -> request.bucket(ISSUER_BUCKET).key(path.substring(1))
                        .contentType("application/json"),
                RequestBody.fromString(document)));
    }

    /** Puts the secrets there, as {@code docs/deploying.md} has people do it. */
    void keepSecrets(SecretsManagerClient secrets) {
        StandIns.Options keys = StandIns.Options.onFreePorts();
        Map.of("drivetrain/payment-provider", keys.paymentSecret(), "drivetrain/carrier",
                keys.carrierSecret()).forEach((name, key) -> {
                    String value = "{\"apiKey\": \"" + key + "\", \"webhookSecret\": \""
                            + WEBHOOK_SECRET + "\"}";
                    try {
                        secrets.createSecret(request -> request.name(name).secretString(value));
                    } catch (ResourceExistsException there) {
                        secrets.putSecretValue(
                                request -> request.secretId(name).secretString(value));
                    }
                });
    }

    /** What the template is told of them. */
    Map<String, String> parameters(String host) {
        return Map.of("TokenIssuer", issuer.url(), "TokenAudience", DrivetrainSystem.AUDIENCE,
                "PaymentProviderUrl", seenFrom(host, standIns.payments().url()), "CarrierUrl",
                seenFrom(host, standIns.carrier().url()));
    }

    private static String seenFrom(String host, URI url) {
        return "http://" + host + ":" + url.getPort();
    }

    /** Where the providers tell their news. */
    void sendWebhooksTo(URI api) {
        standIns.payments().sendWebhooksTo(URI.create(api + "/webhooks/payments"),
                WEBHOOK_SECRET);
        standIns.carrier().sendWebhooksTo(URI.create(api + "/webhooks/shipping"),
                WEBHOOK_SECRET);
    }

    String token(String subject, String scopes, String audience, Duration lifetime) {
        return issuer.issue(
                new TokenRequest(subject, Set.of(scopes.split(" ")), audience, lifetime));
    }

    @Override
    public void close() {
        standIns.close();
    }
}
