package drivetrain.lambda;

import io.avaje.jsonb.Json;

/** Wire records of a task; public, since the generator wants a public type in each module. */
public final class SampleTask {
    private SampleTask() {}

    /** What the task gets. */
    @Json
    public record Input(String orderId, String correlationId, int quantity) implements TaskInput {}

    /** What the task answers. */
    @Json
    public record Output(String outcome, int left) implements TaskOutput {}

    /** Data of an event. */
    @Json
    public record Named(String name) {}
}
