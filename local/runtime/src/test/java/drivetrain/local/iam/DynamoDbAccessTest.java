package drivetrain.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class DynamoDbAccessTest {
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:1:table/";

    @Test
    void aPlainCallNeedsItsActionOnItsTable() {
        assertThat(needs(GetItemRequest.builder().tableName("T").build()))
                .containsExactly("dynamodb:GetItem " + TABLE + "T");
        assertThat(needs(DescribeTableRequest.builder().tableName(TABLE + "T").build()))
                .containsExactly("dynamodb:DescribeTable " + TABLE + "T");
        assertThat(needs(ListTablesRequest.builder().build()))
                .containsExactly("dynamodb:ListTables *");
    }

    @Test
    void aQueryOfAnIndexNeedsTheIndex() {
        assertThat(needs(QueryRequest.builder().tableName("T").indexName("byDay").build()))
                .containsExactly("dynamodb:Query " + TABLE + "T/index/byDay");
        assertThat(needs(ScanRequest.builder().tableName("T").build()))
                .containsExactly("dynamodb:Scan " + TABLE + "T");
    }

    @Test
    void aTransactionNeedsWhatItIsMadeOf() {
        var request = TransactWriteItemsRequest.builder().transactItems(
                TransactWriteItem.builder().put(put -> put.tableName("A")).build(),
                TransactWriteItem.builder().update(update -> update.tableName("B")).build(),
                TransactWriteItem.builder().delete(delete -> delete.tableName("C")).build(),
                TransactWriteItem.builder().conditionCheck(check -> check.tableName("D")).build())
                .build();

        assertThat(needs(request)).containsExactly("dynamodb:PutItem " + TABLE + "A",
                "dynamodb:UpdateItem " + TABLE + "B", "dynamodb:DeleteItem " + TABLE + "C",
                "dynamodb:ConditionCheckItem " + TABLE + "D");
        assertThat(new DynamoDbAccess("eu-central-1", "1").of(request)).allMatch(access -> access
                .context().equals(Map.of("dynamodb:EnclosingOperation", "TransactWriteItems")));
        assertThat(needs(TransactGetItemsRequest.builder()
                .transactItems(TransactGetItem.builder().get(get -> get.tableName("A")).build())
                .build()))
                .containsExactly("dynamodb:GetItem " + TABLE + "A");
    }

    @Test
    void aBatchNeedsItsOwnActionOnEachTable() {
        assertThat(needs(BatchGetItemRequest.builder()
                .requestItems(Map.of("A", KeysAndAttributes.builder().build(), "B",
                        KeysAndAttributes.builder().build()))
                .build())).containsExactlyInAnyOrder("dynamodb:BatchGetItem " + TABLE + "A",
                        "dynamodb:BatchGetItem " + TABLE + "B");
        assertThat(needs(
                BatchWriteItemRequest.builder().requestItems(Map.of("A", List.of())).build()))
                .containsExactly("dynamodb:BatchWriteItem " + TABLE + "A");
    }

    private static List<String> needs(SdkRequest request) {
        return new DynamoDbAccess("eu-central-1", "1").of(request).stream()
                .map(access -> access.action() + " " + access.resource()).toList();
    }
}
