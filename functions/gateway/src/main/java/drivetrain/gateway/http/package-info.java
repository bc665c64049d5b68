/**
 * OpenID Connect over HTTP: an issuer's discovery document and keys, and the tokens that it signs.
 * Built on Nimbus JOSE + JWT; what is accepted is narrower than what that library could accept.
 */
package drivetrain.gateway.http;
