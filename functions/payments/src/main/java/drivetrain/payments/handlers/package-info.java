/**
 * One entry point per function of the payments service, and the wire records of its input and
 * output. A handler decodes, calls one use case, and maps its outcome.
 */
package drivetrain.payments.handlers;
