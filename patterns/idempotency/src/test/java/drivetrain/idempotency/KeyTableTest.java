package drivetrain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drivetrain.dynamodb.DynamoDbFaults;
import drivetrain.dynamodb.Item;
import drivetrain.testing.DynamoDbLocal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class KeyTableTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private final KeyTable keys = new KeyTable(DYNAMO_DB.client(),
            DYNAMO_DB.table(KeyTable.KEY));
    private final String effects = DYNAMO_DB.table("id");
    private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString(), "k");

    @Test
    void writesTheRecordWithItsEffect() {
        effect("e-1", record("body"), NOW);

        assertThat(keys.find(key, NOW)).contains(record("body"));
        assertThat(effects("e-1")).isTrue();
    }

    @Test
    void writesNeitherWhenTheKeyIsTakenAndSaysByWhat() {
        effect("e-2", record("body"), NOW);

        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> effect("e-3", record("other"), NOW)).satisfies(cancelled -> {
                    assertThat(DynamoDbFaults.conditionFailed(cancelled, 0)).isTrue();
                    assertThat(KeyTable.read(key,
                            new Item(cancelled.cancellationReasons().getFirst().item())))
                            .isEqualTo(record("body"));
                });
        assertThat(effects("e-3")).isFalse();
    }

    @Test
    void countsARecordThatHasExpiredAsAbsent() {
        effect("e-4", record("body"), NOW);
        var later = record("body").expiresAt();

        assertThat(keys.find(key, later.minusSeconds(1))).isPresent();
        assertThat(keys.find(key, later)).isEmpty();
        effect("e-5", record("other"), later);
        assertThat(effects("e-5")).isTrue();
    }

    private KeyRecord record(String fingerprint) {
        return new KeyRecord(key, fingerprint, Item.empty().text("order", "o-1"),
                NOW.plusSeconds(86_400));
    }

    private void effect(String id, KeyRecord record, Instant now) {
        var effect = Put.builder().tableName(effects)
                .item(Item.empty().text("id", id).attributes()).build();
        DYNAMO_DB.client().transactWriteItems(request -> request.transactItems(
                TransactWriteItem.builder().put(keys.take(record, now)).build(),
                TransactWriteItem.builder().put(effect).build()));
    }

    private boolean effects(String id) {
        return DYNAMO_DB.client().getItem(get -> get.tableName(effects)
                .key(Item.empty().text("id", id).attributes())).hasItem();
    }
}
