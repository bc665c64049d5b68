package drivetrain.local.gateway;

/**
 * What stands behind a route. Further types (such as calls to AWS services) are further
 * implementations, made by {@link IntegrationReader}.
 */
@FunctionalInterface
interface Integration {
    /**
     * Answers a request that has passed all checks.
     *
     * @throws GatewayRefusal if the backend fails or doesn't answer in time
     */
    HttpReply answer(ApiCall call);
}
