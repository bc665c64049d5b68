package drivetrain.notifications.application;

import drivetrain.notifications.domain.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages in memory, under the contract that the DynamoDB adapter is held to. */
public final class InMemoryMessageLog implements MessageLog {
    private final Map<List<String>, Message> messages = new LinkedHashMap<>();

    @Override
    public boolean add(Message message) {
        var key = List.of(message.orderId().value(), message.eventId());
        return messages.putIfAbsent(key, message) == null;
    }

    /** In the order in which they were added. */
    public List<Message> messages() {
        return List.copyOf(messages.values());
    }
}
