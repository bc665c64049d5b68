package drivetrain.orders.handlers;

import drivetrain.kernel.Sku;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Problem;
import drivetrain.lambda.Problem.Violation;
import drivetrain.orders.application.PlaceOrder.Request;
import drivetrain.orders.application.PlacementStore.PlacementKey;
import drivetrain.orders.domain.OrderLine;
import drivetrain.orders.domain.Quote.Wish;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** An order as a customer sends it; the same rules as in {@code api/openapi.yaml}. */
@Json
record PlaceOrderBody(List<Line> lines, AddressBody shipTo, String paymentMethod) {
    static final JsonType<PlaceOrderBody> TYPE = JsonTypes.strict(PlaceOrderBody.class);

    private static final int MAX_LINES = 20;
    private static final Pattern PAYMENT_METHOD = Pattern.compile("[A-Za-z0-9_]{1,128}");

    /** So much of a product. */
    @Json
    record Line(String sku, int quantity) {
        Wish toWish(String field) {
            Fields.require(quantity >= 1 && quantity <= OrderLine.MAX_QUANTITY,
                    field + "/quantity must be 1 to " + OrderLine.MAX_QUANTITY);
            try {
                return new Wish(new Sku(Fields.present(field + "/sku", sku)), quantity);
            } catch (IllegalArgumentException malformed) {
                throw new BadRequest(
                        Problem.badRequest(field + "/" + malformed.getMessage() + "."));
            }
        }
    }

    /** The request; a {@link BadRequest} (400, 422) says what is wrong with it. */
    Request toRequest(PlacementKey key) {
        Fields.require(Fields.present("/lines", lines).size() >= 1 && lines.size() <= MAX_LINES,
                "/lines must be 1 to " + MAX_LINES);
        Fields.require(PAYMENT_METHOD
                .matcher(Fields.present("/paymentMethod", paymentMethod)).matches(),
                "/paymentMethod must be 1 to 128 letters, digits or _");
        var address = Fields.present("/shipTo", shipTo).toAddress();
        return new Request(key, wishes(), address, paymentMethod);
    }

    private List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        var repeated = new ArrayList<Violation>();
        var seen = new HashSet<Sku>();
        for (int i = 0; i < lines.size(); i++) {
            var wish = Fields.present("/lines/" + i, lines.get(i)).toWish("/lines/" + i);
            wishes.add(wish);
            if (!seen.add(wish.sku())) {
                repeated.add(new Violation("/lines/" + i + "/sku", "a product named before"));
            }
        }
        if (!repeated.isEmpty()) {
            throw new BadRequest(
                    Problem.unprocessable("Name each product once, with its quantity.", repeated));
        }
        return wishes;
    }
}
