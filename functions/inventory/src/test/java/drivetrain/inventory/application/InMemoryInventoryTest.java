package drivetrain.inventory.application;

import org.junit.jupiter.api.Nested;

/** The fake keeps its promises, and the use cases work on it. */
class InMemoryInventoryTest {
    @Nested
    class Contract extends StoreContract {
        @Override
        protected Stores stores() {
            return Stores.inMemory();
        }
    }

    @Nested
    class Story extends ReservationStory {
        @Override
        protected Stores stores() {
            return Stores.inMemory();
        }
    }

    @Nested
    class Books extends BooksBalance {
        Books() {
            super(50, 400);
        }

        @Override
        protected Stores stores() {
            return Stores.inMemory();
        }
    }
}
