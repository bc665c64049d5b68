package drivetrain.local.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * The capacity that one call consumed of one table and its indexes, in DynamoDB's units (4 KB read
 * strongly consistent, 1 KB written; transactions count twice).
 */
public record CapacityUse(String tableName, double units) {
    static CapacityUse of(ConsumedCapacity capacity) {
        var units = capacity.capacityUnits();
        return new CapacityUse(capacity.tableName(), units == null ? 0 : units);
    }

    /** The same, but so much at least. */
    CapacityUse atLeast(double least) {
        return new CapacityUse(tableName, Math.max(units, least));
    }
}
