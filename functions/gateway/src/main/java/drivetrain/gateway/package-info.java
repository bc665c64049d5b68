/** The gateway's own functions: who a request comes from, before any service sees it. */
package drivetrain.gateway;
