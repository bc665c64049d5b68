package drivetrain.catalog.handlers;

import drivetrain.catalog.application.RecommendProducts.Recommended;
import drivetrain.lambda.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.List;

/** What carries a load, the best first. */
@Json
record RecommendationList(List<Entry> items) {
    static final JsonType<RecommendationList> TYPE = JsonTypes.strict(RecommendationList.class);

    /** A product, and why it stands here. */
    @Json
    record Entry(ProductView product, double score, double torqueMargin, double speedMargin,
            List<String> reasons) {}

    static RecommendationList of(List<Recommended> recommended) {
        return new RecommendationList(
                recommended.stream().map(RecommendationList::entry).toList());
    }

    private static Entry entry(Recommended recommended) {
        var recommendation = recommended.recommendation();
        return new Entry(ProductView.of(recommended.offer()), recommendation.score(),
                recommendation.torqueMargin(), recommendation.speedMargin(),
                recommendation.reasons());
    }
}
