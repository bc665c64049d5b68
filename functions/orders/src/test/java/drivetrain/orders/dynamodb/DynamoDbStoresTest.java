package drivetrain.orders.dynamodb;

import static drivetrain.orders.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.dynamodb.Item;
import drivetrain.kernel.OrderId;
import drivetrain.orders.application.Intervention;
import drivetrain.orders.application.Stores;
import drivetrain.orders.application.StoresContract;
import drivetrain.testing.DynamoDbLocal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbStoresTest extends StoresContract {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @BeforeAll
    static void createTables() {
        Tables.create(DYNAMO_DB.client());
    }

    @Override
    protected Stores stores() {
        return Tables.stores(DYNAMO_DB.client());
    }

    @Test
    void listsOpenInterventionsForAnOperatorAndOnlyThose() {
        var order = Optional.of(new OrderId("o-1"));
        var failed = new Intervention("arn:failed", order, "checkout", "FAILED",
                Optional.of("Boom"), Optional.of("x".repeat(5_000)), NOW, 0);
        var redriven = new Intervention("arn:redriven", order, "checkout", "TIMED_OUT",
                Optional.empty(), Optional.empty(), NOW, 0);
        stores().interventions().open(failed);
        stores().interventions().open(redriven);
        stores().interventions().resolve("arn:redriven", order, 1, NOW.plusSeconds(60));

        assertThat(open("arn:failed")).singleElement().satisfies(item -> {
            assertThat(item.text("orderId")).isEqualTo("o-1");
            assertThat(item.text("error")).isEqualTo("Boom");
            assertThat(item.text("cause")).hasSize(2_000);
            assertThat(item.has("resolvedAt")).isFalse();
        });
        assertThat(open("arn:redriven")).isEmpty();
        var resolved = new Item(DYNAMO_DB.client().getItem(get -> get.tableName("Interventions")
                .key(Item.empty().text("executionArn", "arn:redriven").attributes())).item());
        assertThat(resolved.text("status")).isEqualTo("SUCCEEDED");
        assertThat(resolved.instant("resolvedAt")).isEqualTo(NOW.plusSeconds(60));
    }

    private static List<Item> open(String executionArn) {
        return DYNAMO_DB.client()
                .query(query -> query.tableName("Interventions").indexName("open")
                        .keyConditionExpression("#open = :open")
                        .expressionAttributeNames(Map.of("#open", "open"))
                        .expressionAttributeValues(Item.empty()
                                .text(":open", DynamoDbInterventionStore.OPEN).attributes()))
                .items().stream().map(Item::new)
                .filter(item -> item.text("executionArn").equals(executionArn)).toList();
    }
}
