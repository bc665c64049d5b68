package drivetrain.standins.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** What a provider's server answers. Implementations are safe for use by many threads. */
public interface Provider {

    /** The provider's name, for people. */
    String name();

    /** The names of all operations that {@link #operationOf} may give. */
    Set<String> operations();

    /** The operation that a call asks for; empty if there is no such path. */
    Optional<String> operationOf(Call call);

    /** Does what the call asks for. */
    Answer answer(Call call);

    /** The provider's own shape of an error with this status, without any effect. */
    Answer failure(int status);

    /** What the provider holds, by order reference. */
    JsonNode ledger();

    /** Answers a {@code /control} call that only this provider has; empty if there is none. */
    Optional<Answer> control(Call call);

    /** Where this provider's webhooks go. */
    WebhookSender webhooks();
}
