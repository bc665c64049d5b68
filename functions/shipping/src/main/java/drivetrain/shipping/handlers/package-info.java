/**
 * One entry point per function of the shipping service, and the wire records of its input and
 * output. A handler decodes, calls one use case, and maps its outcome.
 */
package drivetrain.shipping.handlers;
