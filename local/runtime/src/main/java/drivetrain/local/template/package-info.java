/**
 * Reads a SAM template into records in which every value is resolved: no intrinsic function, no
 * parameter and no default of SAM is left for the rest of the runtime to know about. What the
 * runtime doesn't honour is reported with file and line, all problems at once.
 */
package drivetrain.local.template;
