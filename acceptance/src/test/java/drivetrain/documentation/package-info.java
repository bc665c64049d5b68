/**
 * The documentation as a test: every example of Java is compiled and run, every block of shell
 * commands is run against a started system, and what a block needs that a test can't give is said
 * by a comment above it. {@code docs/testing.md} tells how to mark a block. What an example takes
 * for granted is a {@code fixture}, which it names.
 */
package drivetrain.documentation;
