/**
 * An OpenID Connect issuer on loopback, in place of Cognito: a discovery document, a key set, and
 * tokens for whoever asks. It checks no password; it is for machines that trust their user.
 *
 * <p>Sources: OpenID Connect Discovery 1.0, RFC 6749 (section 5 for answers), RFC 7517 (key set),
 * RFC 9068 (claims of access tokens). Why not a ready-made one: {@code docs/decisions}.
 */
package drivetrain.local.identity;
