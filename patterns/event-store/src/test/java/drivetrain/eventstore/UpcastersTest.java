package drivetrain.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UpcastersTest {
    private record Step(String type, int fromSchemaVersion,
            UnaryOperator<StoredEvent> change) implements Upcaster {
        @Override
        public StoredEvent upcast(StoredEvent event) {
            return change.apply(event);
        }
    }

    private final Upcaster first = new Step("Opened", 1,
            event -> event.reshaped("Opened", 2, event.data() + "+owner"));
    private final Upcaster renamed = new Step("Opened", 2,
            event -> event.reshaped("AccountOpened", 3, event.data() + "+currency"));

    @Test
    void appliesOneAfterAnotherUntilTheNewestShape() {
        var upcasters = new Upcasters(List.of(renamed, first));

        assertThat(upcasters.newest(stored(1)))
                .isEqualTo(stored(1).reshaped("AccountOpened", 3, "data+owner+currency"));
        assertThat(upcasters.newest(stored(2)))
                .isEqualTo(stored(2).reshaped("AccountOpened", 3, "data+currency"));
    }

    @Test
    void leavesOtherEventsAlone() {
        assertThat(Upcasters.none().newest(stored(1))).isEqualTo(stored(1));
        assertThat(new Upcasters(List.of(first)).newest(stored(7))).isEqualTo(stored(7));
    }

    @Test
    void refusesTwoForOneShape() {
        assertThatThrownBy(() -> new Upcasters(List.of(first, first)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnAnswerThatIsNotTheNextShape() {
        var stuck = new Upcasters(List.of(new Step("Opened", 1, event -> event)));

        assertThatThrownBy(() -> stuck.newest(stored(1))).hasMessageContaining("Opened v1");
    }

    private static StoredEvent stored(int schemaVersion) {
        return new StoredEvent("s", 4, "Opened", schemaVersion, Instant.EPOCH, "c", "data");
    }
}
