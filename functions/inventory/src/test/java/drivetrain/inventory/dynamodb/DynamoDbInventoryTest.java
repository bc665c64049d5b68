package drivetrain.inventory.dynamodb;

import drivetrain.inventory.application.BooksBalance;
import drivetrain.inventory.application.ReservationStory;
import drivetrain.inventory.application.StoreContract;
import drivetrain.inventory.application.Stores;
import drivetrain.testing.DynamoDbLocal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The DynamoDB adapters keep the promises that the fake keeps. */
class DynamoDbInventoryTest {
    @RegisterExtension
    static final DynamoDbLocal DYNAMO_DB = new DynamoDbLocal();

    private static Stores empty() {
        return Tables.createIn(DYNAMO_DB.client()).stores();
    }

    @Nested
    class Contract extends StoreContract {
        @Override
        protected Stores stores() {
            return empty();
        }
    }

    @Nested
    class Story extends ReservationStory {
        @Override
        protected Stores stores() {
            return empty();
        }
    }

    @Nested
    class Books extends BooksBalance {
        Books() {
            super(2, 150);
        }

        @Override
        protected Stores stores() {
            return empty();
        }
    }
}
