package drivetrain.standins.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts signed events to the one URL that a provider was told to. */
public final class WebhookSender {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Signature signature;
    private final AtomicReference<Target> target = new AtomicReference<>();
    private final AtomicReference<HttpClient> client = new AtomicReference<>();

    /** How a provider signs. */
    @FunctionalInterface
    public interface Signature {

        /** The header that proves that {@code body} comes from who knows {@code secret}. */
        Header sign(String secret, String body);

        /** The name and value of an HTTP header. */
        record Header(String name, String value) {}
    }

    private record Target(URI url, String secret) {}

    public WebhookSender(Signature signature) {
        this.signature = signature;
    }

    /** Sends events to {@code url} from now on, signed with {@code secret}. */
    public void sendTo(URI url, String secret) {
        target.set(new Target(url, secret));
    }

    /** Stops sending. */
    public void stop() {
        target.set(null);
    }

    /**
     * Posts an event and waits for the answer.
     *
     * @return the status that the receiver answered, or empty if no URL is set
     * @throws IOException if the receiver could not be reached or didn't answer in 30 s
     */
    public Optional<Integer> post(String body) throws IOException {
        Target to = target.get();
        if (to == null) {
            return Optional.empty();
        }
        Signature.Header signed = signature.sign(to.secret(), body);
        HttpRequest request = HttpRequest.newBuilder(to.url()).timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header(signed.name(), signed.value())
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return Optional.of(client().send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while posting a webhook", e);
        }
    }

    /** HMAC-SHA256 in hexadecimal. */
    public static String hmacSha256(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Made on first use: most runs send nothing. */
    private HttpClient client() {
        HttpClient made = client.get();
        if (made == null) {
            made = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT).build();
            if (!client.compareAndSet(null, made)) {
                made.close();
                return client.get();
            }
        }
        return made;
    }

    /** Gives the connections back. */
    void close() {
        HttpClient made = client.getAndSet(null);
        if (made != null) {
            made.close();
        }
    }
}
