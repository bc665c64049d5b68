package drivetrain.idempotency;

import drivetrain.dynamodb.Item;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * A place in a table for one record, which is free when nothing is there, or something that has
 * expired. DynamoDB deletes what has expired late, by days at worst, so the expiry is looked at.
 */
final class Place {
    static final String EXPIRES_AT = "expiresAt";

    private Place() {}

    /** Puts a record if its place is free; a refusal brings what is there. */
    static Put take(String table, String keyAttribute, Item record, Instant now) {
        return Put.builder().tableName(table).item(record.attributes())
                .conditionExpression("attribute_not_exists(#key) OR #expiresAt <= :now")
                .expressionAttributeNames(Map.of("#key", keyAttribute, "#expiresAt", EXPIRES_AT))
                .expressionAttributeValues(
                        Item.empty().number(":now", now.getEpochSecond()).attributes())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** Whether a record's time is over; the second of its expiry is no part of it. */
    static boolean isOver(Item record, Instant now) {
        return record.number(EXPIRES_AT) <= now.getEpochSecond();
    }
}
