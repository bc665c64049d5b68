package drivetrain.shipping.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.testing.DynamoDbLocal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbSeenEventsTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Test
    void remembersAMessageForThirtyDays() {
        Tables.create(DYNAMO_DB.client(), "events", "eventId");
        var clock = Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);
        var seen = new DynamoDbSeenEvents(DYNAMO_DB.client(), "events", clock);

        assertThat(seen.contains("evt_1")).isFalse();
        seen.add("evt_1");
        seen.add("evt_1");

        assertThat(seen.contains("evt_1")).isTrue();
        assertThat(seen.contains("evt_2")).isFalse();
        assertThat(new Item(DYNAMO_DB.client().scan(scan -> scan.tableName("events")).items()
                .getFirst()).number("expiresAt")).isEqualTo(1_000_000 + 30 * 24 * 3600);
    }
}
