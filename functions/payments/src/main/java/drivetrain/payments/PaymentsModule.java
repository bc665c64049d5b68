package drivetrain.payments;

import dagger.Module;
import dagger.Provides;
import drivetrain.dynamodb.Item;
import drivetrain.lambda.AwsClients;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.EventMapper;
import drivetrain.outbox.Outbox;
import drivetrain.payments.application.Messages;
import drivetrain.payments.application.NoticeReader;
import drivetrain.payments.application.PaymentProvider;
import drivetrain.payments.application.Payments;
import drivetrain.payments.dynamodb.DynamoDbMessages;
import drivetrain.payments.dynamodb.DynamoDbPayments;
import drivetrain.payments.dynamodb.PaymentItem;
import drivetrain.payments.events.PaymentEvents;
import drivetrain.payments.http.StripeNoticeReader;
import drivetrain.payments.http.StripePaymentProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Binds the ports of the payments service to their adapters. */
@Module
final class PaymentsModule {
    private PaymentsModule() {}

    @Provides
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Provides
    @Singleton
    static DynamoDbClient dynamoDb(Map<String, String> environment) {
        return new AwsClients(environment).dynamoDb();
    }

    @Provides
    static Payments payments(DynamoDbClient client, Map<String, String> environment) {
        return new DynamoDbPayments(client, PaymentsConfig.Table.of(environment).payments());
    }

    @Provides
    @Singleton
    static PaymentProvider provider(Map<String, String> environment) {
        var config = PaymentsConfig.Provider.of(environment);
        return new StripePaymentProvider(config.url(), config.secret(), config.timeout());
    }

    @Provides
    static Messages messages(DynamoDbClient client, Map<String, String> environment,
            Clock clock) {
        return new DynamoDbMessages(client, PaymentsConfig.Table.of(environment).payments(),
                PaymentsConfig.Webhook.of(environment).eventsTable(), clock);
    }

    @Provides
    static NoticeReader noticeReader(Map<String, String> environment, Clock clock) {
        return new StripeNoticeReader(PaymentsConfig.Webhook.of(environment).secret(), clock);
    }

    @Provides
    static StreamFunction publisher(Map<String, String> environment) {
        var mapper = EventMapper
                .ofStates(image -> PaymentEvents.of(PaymentItem.read(new Item(image))));
        return Outbox.function(environment, mapper, "orderId");
    }
}
