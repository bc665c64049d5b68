package drivetrain.breaker;

import drivetrain.acceptance.Shop;

/** What a workflow tells the guarded call to invoke. */
final class GuardedFunction {
    private static final String ALIAS = "live";

    private GuardedFunction() {}

    /** The ARN of a function's alias, by the function's logical id. */
    static String arn(Shop shop, String logicalId) {
        String name = shop.aws().function(logicalId);
        return shop.aws().lambda().listFunctionsPaginator().functions().stream()
                .filter(function -> function.functionName().equals(name)).findFirst()
                .orElseThrow().functionArn() + ":" + ALIAS;
    }
}
