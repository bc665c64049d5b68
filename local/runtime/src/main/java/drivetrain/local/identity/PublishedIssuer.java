package drivetrain.local.identity;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * An issuer without a server: its two {@link #documents} are put where its URL leads, such as a
 * bucket, and whoever has this object makes the tokens. For systems that can't reach this machine.
 */
public final class PublishedIssuer {
    private final String url;
    private final TokenSigner signer;

    /**
     * One with a key of its own.
     *
     * @param url as its tokens are to spell it, without a slash at the end
     */
    public PublishedIssuer(URI url, Clock clock) {
        this.url = url.toString();
        this.signer = new TokenSigner(clock);
    }

    /** The issuer as its tokens spell it. */
    public String url() {
        return url;
    }

    /** The JSON documents to publish, by their paths below the URL, which begin with a slash. */
    public Map<String, String> documents() {
        return Map.of(Discovery.PATH, Discovery.of(url).toString(), Discovery.KEYS,
                signer.publicKeys());
    }

    /** A token of any kind, such as one that has expired. */
    public String issue(TokenRequest request) {
        return signer.sign(url, request);
    }
}
