/**
 * API Gateway's REST APIs, from an OpenAPI 3.0 document with Amazon's extensions: routing,
 * throttling, Lambda authorizers with their cache, request validation, Lambda proxy and mock
 * integrations, gateway responses. What a document asks for and this package doesn't do is refused
 * when it is loaded, with its place.
 *
 * <p>Sources: the Amazon API Gateway developer guide, "Lambda proxy integrations", "Use API Gateway
 * Lambda authorizers", "Request validation for REST APIs", "Gateway responses", "Payloads without
 * mapping templates", "Throttle requests to your REST APIs", "OpenAPI extensions".
 */
package drivetrain.local.gateway;
