package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import drivetrain.eventstore.AppendOutcome;
import drivetrain.eventstore.InMemoryEventStore;
import drivetrain.eventstore.InMemorySnapshotStore;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final Accounts accounts = new Accounts(new InMemoryEventStore(),
            new InMemorySnapshotStore(), Clock.systemUTC());

    @Test
    void aBalanceIsWhatTheEventsAddUpTo() {
        accounts.append("a-1", Optional.empty(), new AccountEvent.Deposited(500));
        accounts.append("a-1", accounts.find("a-1"), new AccountEvent.Withdrawn(200));

        assertEquals(300, accounts.find("a-1").orElseThrow().state());
        assertEquals(2, accounts.find("a-1").orElseThrow().version());
    }

    @Test
    void ofTwoWhoDecideOnTheSameStateOneIsToldToLookAgain() {
        accounts.append("a-1", Optional.empty(), new AccountEvent.Deposited(500));
        var seenByBoth = accounts.find("a-1");

        var first = accounts.append("a-1", seenByBoth, new AccountEvent.Withdrawn(500));
        var second = accounts.append("a-1", seenByBoth, new AccountEvent.Withdrawn(500));

        assertInstanceOf(AppendOutcome.Appended.class, first);
        assertInstanceOf(AppendOutcome.Conflict.class, second);
        assertEquals(0, accounts.find("a-1").orElseThrow().state());
    }
}
