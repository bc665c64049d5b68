package example;

import drivetrain.eventstore.AggregateStore;
import drivetrain.eventstore.AppendOutcome;
import drivetrain.eventstore.EventStore;
import drivetrain.eventstore.SnapshotCodec;
import drivetrain.eventstore.SnapshotStore;
import drivetrain.eventstore.Upcasters;
import drivetrain.eventstore.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Accounts whose truth is a log of events. An account's state is its balance in cents. */
public final class Accounts {
    private final AggregateStore<Long, AccountEvent> store;
    private final Clock clock;

    /** On DynamoDB, or in memory: both stores keep the same contract. */
    public Accounts(EventStore events, SnapshotStore snapshots, Clock clock) {
        this.store = new AggregateStore<>(events, snapshots, new AccountEvent.Codec(),
                new BalanceCodec(), Upcasters.none(),
                (before, recorded) -> balance(before.orElse(0L), recorded.event()), 50);
        this.clock = clock;
    }

    /** The account with its version; nothing if it never had an event. */
    public Optional<Versioned<Long>> find(String id) {
        return store.load(id);
    }

    /** Appends an event that was decided on a state; a conflict if somebody else was first. */
    public AppendOutcome append(String id, Optional<Versioned<Long>> decidedOn,
            AccountEvent event) {
        return store.append(id, decidedOn, List.of(event), clock.instant(), "request-1",
                List.of());
    }

    private static long balance(long before, AccountEvent event) {
        return switch (event) {
            case AccountEvent.Deposited(long cents) -> before + cents;
            case AccountEvent.Withdrawn(long cents) -> before - cents;
        };
    }

    private static final class BalanceCodec implements SnapshotCodec<Long> {
        @Override
        public int schemaVersion() {
            return 1;
        }

        @Override
        public String encode(Long balance) {
            return balance.toString();
        }

        @Override
        public Long decode(String data) {
            return Long.valueOf(data);
        }
    }
}
