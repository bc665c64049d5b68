/**
 * What all stand-ins share: one HTTP server each, the switch that makes a provider misbehave, the
 * {@code /control} calls, and the sender of signed webhooks. Nothing here knows a provider.
 */
package drivetrain.standins.server;
