package drivetrain.notifications;

import dagger.Module;
import dagger.Provides;
import drivetrain.lambda.AwsClients;
import drivetrain.notifications.application.NotifyCustomer;
import drivetrain.notifications.dynamodb.DynamoDbMessageLog;
import java.util.Map;

@Module
final class NotificationsModule {
    private NotificationsModule() {}

    @Provides
    static NotifyCustomer notifyCustomer(Map<String, String> environment) {
        var config = NotificationsConfig.of(environment);
        return new NotifyCustomer(new DynamoDbMessageLog(new AwsClients(environment).dynamoDb(),
                config.messagesTable()));
    }
}
