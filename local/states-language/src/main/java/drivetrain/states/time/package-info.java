/** Time and threads, injected: real, or virtual and deterministic. */
package drivetrain.states.time;
