package drivetrain.gateway.http;

import io.avaje.jsonb.Json;

/** What we read of an issuer's document. Source: OpenID Connect Discovery 1.0, section 3. */
@Json
public record DiscoveryDocument(String issuer, @Json.Property("jwks_uri") String jwksUri) {}
