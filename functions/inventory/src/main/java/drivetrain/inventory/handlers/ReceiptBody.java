package drivetrain.inventory.handlers;

import drivetrain.inventory.domain.Receipt;
import drivetrain.kernel.Sku;
import drivetrain.lambda.BadRequest;
import drivetrain.lambda.JsonTypes;
import drivetrain.lambda.Problem;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;

/** A receipt as staff send it. */
@Json
record ReceiptBody(String receiptId, int quantity) {
    static final JsonType<ReceiptBody> TYPE = JsonTypes.strict(ReceiptBody.class);

    /** The receipt of a product; a {@link BadRequest} (400) says what is wrong with it. */
    Receipt of(Sku sku) {
        try {
            return new Receipt(sku, receiptId, quantity);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Problem.badRequest(wrong.getMessage()));
        }
    }
}
