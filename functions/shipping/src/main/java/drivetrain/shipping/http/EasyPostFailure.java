package drivetrain.shipping.http;

import io.avaje.jsonb.Json;

/** What EasyPost answers when it refuses. Source: EasyPost API, "Errors". */
@Json
record EasyPostFailure(Refusal error) {
    @Json
    record Refusal(String code) {}

    String code() {
        return error == null || error.code() == null ? "unknown" : error.code();
    }
}
