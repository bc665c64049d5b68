package drivetrain.eventstore;

import drivetrain.testing.DynamoDbLocal;
import drivetrain.testing.TestTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 32 writers at one stream; with {@code -Dlong} they append 10,000 events. */
class ManyWritersTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    @Test
    void neitherLeaveAGapNorLoseAnAppendNorShareAVersion() throws Exception {
        var log = DYNAMO_DB.table(
                TestTable.keyedBy("accountId", "version").numbers("version"));
        var store = new DynamoDbEventStore(DYNAMO_DB.client(), new EventTable(log, "accountId"));
        var race = new Race(store, "contended", 32, Boolean.getBoolean("long") ? 10_000 : 320);

        race.run();

        System.out.println(race);
        race.assertGaplessWithOneWinnerEach();
    }
}
