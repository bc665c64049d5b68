/**
 * Unit tests of workflows: start one, mock its tasks by state or by resource, skip time, and look
 * at the path and the output. Needs no test framework, no AWS and no real time.
 *
 * <pre>{@code
 * Workflow workflow = Workflow.of(Path.of("step-functions/checkout.asl.json"));
 * workflow.mock("ReserveStock").fails("Lambda.TooManyRequestsException").times(2)
 *         .thenReturns("{\"reserved\": true}");
 *
 * WorkflowRun run = workflow.run("{\"orderId\": \"o-1\"}");
 *
 * assertThat(run.path()).containsExactly("ReserveStock", "Done");
 * assertThat(run.output()).hasToString("{\"reserved\":true}");
 * }</pre>
 */
package drivetrain.states.testing;
