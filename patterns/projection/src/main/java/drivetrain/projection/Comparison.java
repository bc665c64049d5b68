package drivetrain.projection;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What was found when two generations were laid side by side.
 *
 * @param compared how many views
 * @param differing how many of them aren't the same in both
 * @param live the checksum of the live ones
 * @param built the checksum of the new ones
 */
public record Comparison(long compared, long differing, Checksum live, Checksum built) {
    static final Comparison NONE = new Comparison(0, 0, Checksum.NONE, Checksum.NONE);

    Comparison plus(String id, AttributeValue liveView, AttributeValue builtView) {
        return new Comparison(compared + 1, differing + (liveView.equals(builtView) ? 0 : 1),
                live.plus(id, liveView), built.plus(id, builtView));
    }

    Comparison plus(Comparison other) {
        return new Comparison(compared + other.compared, differing + other.differing,
                live.plus(other.live), built.plus(other.built));
    }
}
