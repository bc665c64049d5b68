/**
 * Drives a Drivetrain that runs somewhere, as customers, staff, providers and operators do: over
 * its API, the AWS endpoint and the providers' control calls, and never by looking inside. What is
 * here knows no scenario; the scenarios are tests.
 */
package drivetrain.acceptance;
