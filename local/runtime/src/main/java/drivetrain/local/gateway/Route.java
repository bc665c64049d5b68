package drivetrain.local.gateway;

import java.util.Optional;

/**
 * A method of a resource.
 *
 * @param method upper case; {@code ANY} for all
 * @param resource such as {@code /orders/{orderId}}
 * @param resourceId what AWS would generate; here derived from the path
 * @param operationName the OpenAPI {@code operationId}
 * @param keyRequired whether it wants an API key of a usage plan
 */
record Route(String method, String resource, String resourceId, Optional<String> operationName,
        boolean keyRequired, Optional<LambdaAuthorizer> authorizer, RequestValidator validator,
        Integration integration) {

    /** As throttling settings name it: {@code POST /orders}. */
    String key() {
        return method + " " + resource;
    }
}
