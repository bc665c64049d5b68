/**
 * Views that are folded from a log: kept up to date when the log's stream rings, and rebuilt beside
 * the live ones.
 *
 * <p>What belongs here: what every projection of a log needs. What doesn't: what any view shows.
 *
 * <p>Start at {@link drivetrain.projection.Projector} and {@link drivetrain.projection.ViewRebuild}.
 */
package drivetrain.projection;
