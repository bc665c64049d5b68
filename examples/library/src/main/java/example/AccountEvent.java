package example;

import drivetrain.eventstore.EventCodec;
import drivetrain.eventstore.StoredEvent;

/** What happens to an account. */
public sealed interface AccountEvent {
    /** Money came in. */
    record Deposited(long cents) implements AccountEvent {}

    /** Money went out. */
    record Withdrawn(long cents) implements AccountEvent {}

    /** Events as the log holds them: a name, and the amount in text. */
    final class Codec implements EventCodec<AccountEvent> {
        @Override
        public String type(AccountEvent event) {
            return event.getClass().getSimpleName();
        }

        @Override
        public int schemaVersion(AccountEvent event) {
            return 1;
        }

        @Override
        public String encode(AccountEvent event) {
            return switch (event) {
                case Deposited(long cents) -> Long.toString(cents);
                case Withdrawn(long cents) -> Long.toString(cents);
            };
        }

        @Override
        public AccountEvent decode(StoredEvent event) {
            long cents = Long.parseLong(event.data());
            return switch (event.type()) {
                case "Deposited" -> new Deposited(cents);
                case "Withdrawn" -> new Withdrawn(cents);
                default -> throw new IllegalArgumentException(event.type());
            };
        }
    }
}
