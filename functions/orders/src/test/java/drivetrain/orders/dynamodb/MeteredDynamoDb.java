package drivetrain.orders.dynamodb;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** A client that asks of each read what it consumed; it can't do anything else. */
final class MeteredDynamoDb {
    private MeteredDynamoDb() {}

    static DynamoDbClient of(DynamoDbClient client, Reads reads) {
        InvocationHandler calls = (proxy, method, arguments) -> switch (arguments[0]) {
            case QueryRequest query -> {
                if (method.getName().endsWith("Paginator")) {
                    yield InvocationHandler.invokeDefault(proxy, method, arguments);
                }
                var answer = client.query(query.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
                reads.query(answer.consumedCapacity().capacityUnits());
                yield answer;
            }
            case GetItemRequest get -> {
                var answer = client.getItem(get.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build());
                reads.get(answer.consumedCapacity().capacityUnits());
                yield answer;
            }
            default -> InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        return (DynamoDbClient) Proxy.newProxyInstance(DynamoDbClient.class.getClassLoader(),
                new Class<?>[]{DynamoDbClient.class}, calls);
    }
}
