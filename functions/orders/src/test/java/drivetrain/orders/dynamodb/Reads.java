package drivetrain.orders.dynamodb;

/** What was read of DynamoDB, and what it costs. */
final class Reads {
    private int queries;
    private int gets;
    private double units;

    void query(double capacityUnits) {
        queries++;
        units += capacityUnits;
    }

    void get(double capacityUnits) {
        gets++;
        units += capacityUnits;
    }

    int queries() {
        return queries;
    }

    int gets() {
        return gets;
    }

    double units() {
        return units;
    }
}
