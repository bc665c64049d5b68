package drivetrain.acceptance;

import software.amazon.awssdk.services.sfn.SfnClient;

/** An operator lets sagas that have failed go on; not every system can do that. */
public final class Redrives {
    private final Sagas sagas;
    private final SfnClient client;

    /** In a system that can do it. */
    public Redrives(DrivetrainSystem system) {
        this.sagas = new Sagas(system.aws(), system.patience());
        this.client = system.aws().workflows();
    }

    /** Lets the checkout of an order go on with the step that failed. */
    public void redrive(Order order) {
        String execution = sagas.checkout(order).executionArn();
        client.redriveExecution(request -> request.executionArn(execution));
    }
}
