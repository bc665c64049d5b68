package drivetrain.shipping.http;

import static drivetrain.shipping.Lifecycle.ID;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dependency.HmacSha256;
import drivetrain.shipping.application.Notice;
import drivetrain.shipping.domain.News;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasyPostNoticeReaderTest {
    private static final String SECRET = "sécret";
    /** The same letters with the accent apart: Unicode's NFKD form. */
    private static final HmacSha256 HMAC = new HmacSha256("se\u0301cret");
    private final EasyPostNoticeReader reader = new EasyPostNoticeReader(SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"in_transit", "out_for_delivery", "available_for_pickup"})
    void readsThatAParcelMoves(String status) {
        assertThat(read(event(status)))
                .isEqualTo(new Notice.Told("evt_1", ID, new News.Moving()));
    }

    @Test
    void readsWhenAParcelArrived() {
        assertThat(read(event("delivered"))).isEqualTo(new Notice.Told("evt_1", ID,
                new News.Arrived(Instant.parse("2026-11-22T09:30:00Z"))));
        assertThat(read(event("delivered").replace("\"delivered\",\"datetime", "\"x\",\"datetime")))
                .isEqualTo(new Notice.Told("evt_1", ID,
                        new News.Arrived(Instant.parse("2026-11-22T10:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pre_transit", "unknown", "failure", "return_to_sender"})
    void passesOverWhatItDoesNotFollow(String status) {
        assertThat(read(event(status))).isInstanceOf(Notice.Irrelevant.class);
        assertThat(read(event("delivered").replace("tracker.updated", "batch.updated")))
                .isInstanceOf(Notice.Irrelevant.class);
        assertThat(read("{}")).isInstanceOf(Notice.Irrelevant.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"id\":", "null"})
    void refusesASignedBodyThatIsNoEvent(String body) {
        assertThat(read(body)).isInstanceOf(Notice.Forged.class);
    }

    @Test
    void refusesSignaturesThatProveNothing() {
        var body = event("delivered");
        var hex = HMAC.sign(body);

        assertThat(reader.read("", body)).isInstanceOf(Notice.Forged.class);
        assertThat(reader.read(hex, body)).isInstanceOf(Notice.Forged.class);
        assertThat(reader.read("hmac-sha256-hex=", body)).isInstanceOf(Notice.Forged.class);
        assertThat(reader.read("hmac-sha256-hex=" + hex, body + " "))
                .isInstanceOf(Notice.Forged.class);
        assertThat(reader.read("hmac-sha256-hex=" + new HmacSha256("other").sign(body), body))
                .isInstanceOf(Notice.Forged.class);
    }

    private Notice read(String body) {
        return reader.read("hmac-sha256-hex=" + HMAC.sign(body), body);
    }

    private static String event(String status) {
        return """
            {"id":"evt_1","object":"Event","description":"tracker.updated","result":
             {"id":"trk_1","shipment_id":"shp_1","tracking_code":"EZ1","status":"%s",
              "updated_at":"2026-11-22T10:00:00Z","tracking_details":[
               {"status":"in_transit","datetime":"2026-11-21T08:00:00Z"},
               {"status":"delivered","datetime":"2026-11-22T09:30:00Z"}]}}""".formatted(status);
    }
}
