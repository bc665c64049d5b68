package drivetrain.local.template;

/**
 * An event of type {@code Api}: a route to a function.
 *
 * @param apiId
 *            the API's id, or empty for the implicit API
 */
record ApiRoute(SourceLine source, String apiId, String method, String path, String functionArn) {}
