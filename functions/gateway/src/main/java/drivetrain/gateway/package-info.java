/**
 * The gateway's own functions: who a request comes from, before any service sees it, and answers
 * that are composed of several services'.
 */
package drivetrain.gateway;
