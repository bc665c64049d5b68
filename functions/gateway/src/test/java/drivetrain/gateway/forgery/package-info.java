/**
 * Tokens that look like the issuer's, and aren't: each technique forges some, and shows that the
 * very same token is accepted when it is left unforged, so that nothing is refused for a wrong
 * reason.
 */
package drivetrain.gateway.forgery;
