package drivetrain.inventory.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.conditionFailed;
import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.dynamodb.Item;
import drivetrain.inventory.application.ReceiptStore;
import drivetrain.inventory.application.Stamp;
import drivetrain.inventory.domain.Receipt;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Receipts in a table of their own, written in one transaction with the stock. */
public final class DynamoDbReceiptStore implements ReceiptStore {
    private static final int RECEIPT = 0;

    private final DynamoDbClient client;
    private final String receiptTable;
    private final StockItems stock;

    public DynamoDbReceiptStore(DynamoDbClient client, String receiptTable, String stockTable) {
        this.client = client;
        this.receiptTable = receiptTable;
        this.stock = new StockItems(stockTable);
    }

    @Override
    public Optional<Integer> receive(Receipt receipt, Stamp stamp) {
        TransactWriteItem book = TransactWriteItem.builder().put(put(receipt, stamp)).build();
        TransactWriteItem add = TransactWriteItem.builder().update(stock.add(receipt, stamp))
                .build();
        try {
            translating(receiptTable,
                    () -> client.transactWriteItems(write -> write.transactItems(book, add)));
            return Optional.empty();
        } catch (TransactionCanceledException cancelled) {
            if (conditionFailed(cancelled, RECEIPT)) {
                Item booked = new Item(cancelled.cancellationReasons().get(RECEIPT).item());
                return Optional.of(Math.toIntExact(booked.number("quantity")));
            }
            throw cancelled;
        }
    }

    private Put put(Receipt receipt, Stamp stamp) {
        Item item = StockItems.key(receipt.sku()).text("receiptId", receipt.receiptId())
                .number("quantity", receipt.quantity())
                .text("correlationId", stamp.correlationId().value())
                .instant("receivedAt", stamp.at());
        return Put.builder().tableName(receiptTable).item(item.attributes())
                .conditionExpression("attribute_not_exists(sku)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }
}
