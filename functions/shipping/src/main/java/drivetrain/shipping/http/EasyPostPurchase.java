package drivetrain.shipping.http;

import io.avaje.jsonb.Json;

/** Which rate is to be bought. Source: EasyPost API, "Buy a Shipment". */
@Json
record EasyPostPurchase(Choice rate) {
    @Json
    record Choice(String id) {}
}
