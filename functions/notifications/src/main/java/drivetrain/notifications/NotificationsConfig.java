package drivetrain.notifications;

import drivetrain.lambda.Environment;
import java.util.Map;

/** What the service reads from its environment. */
record NotificationsConfig(String messagesTable) {
    static NotificationsConfig of(Map<String, String> environment) {
        return Environment.read(environment,
                variables -> new NotificationsConfig(variables.text("MESSAGES_TABLE")));
    }
}
