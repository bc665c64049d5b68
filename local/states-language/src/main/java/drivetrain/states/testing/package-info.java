/**
 * Unit tests of workflows: start one, mock its tasks by state or by resource, skip time, and look
 * at the path and the output. Needs no test framework, no AWS and no real time.
 *
 * <pre>{@code
 * Workflow checkout = Workflow.of(Path.of("step-functions/checkout.asl.json"));
 * checkout.mock("ReserveStock").fails("Lambda.TooManyRequestsException").times(2)
 *         .thenReturns("{\"Payload\": {\"outcome\": \"OUT_OF_STOCK\"}}");
 * checkout.mockResource("lambda:invoke").returns("{\"Payload\": {\"outcome\": \"REJECTED\"}}");
 *
 * WorkflowRun run = checkout.run("""
 *         {"orderId": "o-1", "correlationId": "c-1",
 *          "lines": [{"sku": "SRV-1", "quantity": 2}]}""");
 *
 * assertThat(run.path()).containsExactly("ReserveStock", "IsStockReserved", "RejectOrder",
 *         "IsOrderRejected", "Rejected");
 * assertThat(run.output()).hasToString("{\"outcome\":\"REJECTED\"}");
 * }</pre>
 */
package drivetrain.states.testing;
