package drivetrain.local.iam;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What a call of DynamoDB needs. A transaction needs the rights to what it is made of; a batch has
 * actions of its own (Amazon DynamoDB Developer Guide, "Using IAM with DynamoDB transactions";
 * Service Authorization Reference, "Amazon DynamoDB").
 */
public final class DynamoDbAccess {
    private static final String REQUEST = "Request";

    private final CallAccess arns;

    /** For tables of this region and account. */
    public DynamoDbAccess(String region, String accountId) {
        arns = new CallAccess(region, accountId);
    }

    /** Every access that a call needs, one for each item of a transaction. */
    public List<Access> of(SdkRequest request) {
        return switch (request) {
            case TransactWriteItemsRequest all ->
                all.transactItems().stream().map(this::transacted).toList();
            case TransactGetItemsRequest all -> all.transactItems().stream()
                    .map(item -> transacted("GetItem", item.get().tableName(),
                            "TransactGetItems"))
                    .toList();
            case BatchGetItemRequest batch -> tables("BatchGetItem", batch.requestItems().keySet());
            case BatchWriteItemRequest batch ->
                tables("BatchWriteItem", batch.requestItems().keySet());
            case QueryRequest query -> read("Query", query.tableName(), query.indexName());
            case ScanRequest scan -> read("Scan", scan.tableName(), scan.indexName());
            default -> List.of(named(request));
        };
    }

    private Access transacted(TransactWriteItem item) {
        String operation = "TransactWriteItems";
        if (item.put() != null) {
            return transacted("PutItem", item.put().tableName(), operation);
        }
        if (item.update() != null) {
            return transacted("UpdateItem", item.update().tableName(), operation);
        }
        if (item.delete() != null) {
            return transacted("DeleteItem", item.delete().tableName(), operation);
        }
        String checked = item.conditionCheck() == null ? "" : item.conditionCheck().tableName();
        return transacted("ConditionCheckItem", checked, operation);
    }

    private Access transacted(String action, String table, String operation) {
        return new Access("dynamodb:" + action, table(table),
                Map.of("dynamodb:EnclosingOperation", operation));
    }

    private List<Access> tables(String action, Collection<String> names) {
        return names.stream().map(name -> Access.to("dynamodb:" + action, table(name))).toList();
    }

    private List<Access> read(String action, String table, String index) {
        String resource = index == null ? table(table) : table(table) + "/index/" + index;
        return List.of(Access.to("dynamodb:" + action, resource));
    }

    private Access named(SdkRequest request) {
        String type = request.getClass().getSimpleName();
        String action = "dynamodb:" + type.substring(0, type.length() - REQUEST.length());
        return Access.to(action, text(request, "TableName").map(this::table)
                .or(() -> text(request, "StreamArn")).or(() -> text(request, "ResourceArn"))
                .orElse("*"));
    }

    private static Optional<String> text(SdkRequest request, String name) {
        return request.sdkFieldNameToField().containsKey(name)
                ? request.getValueForField(name, String.class)
                : Optional.empty();
    }

    /** A table may be named by its ARN. */
    private String table(String nameOrArn) {
        if (nameOrArn == null) {
            return "*";
        }
        return nameOrArn.startsWith("arn:")
                ? nameOrArn
                : arns.arn("dynamodb", "table/" + nameOrArn);
    }
}
