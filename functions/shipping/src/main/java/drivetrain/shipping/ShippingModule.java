package drivetrain.shipping;

import dagger.Module;
import dagger.Provides;
import drivetrain.circuitbreaker.CircuitBreaker;
import drivetrain.circuitbreaker.CircuitObserver;
import drivetrain.circuitbreaker.DynamoDbCircuitStore;
import drivetrain.dynamodb.Item;
import drivetrain.lambda.AwsClients;
import drivetrain.lambda.StreamFunction;
import drivetrain.outbox.EventMapper;
import drivetrain.outbox.Outbox;
import drivetrain.shipping.application.Carrier;
import drivetrain.shipping.application.CarrierGuard;
import drivetrain.shipping.application.Messages;
import drivetrain.shipping.application.NoticeReader;
import drivetrain.shipping.application.Shipments;
import drivetrain.shipping.circuits.CarrierCircuit;
import drivetrain.shipping.dynamodb.DynamoDbMessages;
import drivetrain.shipping.dynamodb.DynamoDbShipments;
import drivetrain.shipping.dynamodb.ShipmentItem;
import drivetrain.shipping.events.ShipmentEvents;
import drivetrain.shipping.http.EasyPostCarrier;
import drivetrain.shipping.http.EasyPostNoticeReader;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Binds the ports of the shipping service to their adapters. */
@Module
final class ShippingModule {
    private ShippingModule() {}

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
    static Shipments shipments(DynamoDbClient client, Map<String, String> environment) {
        return new DynamoDbShipments(client, ShippingConfig.Table.of(environment).shipments());
    }

    @Provides
    @Singleton
    static Carrier carrier(Map<String, String> environment) {
        var config = ShippingConfig.Carrier.of(environment);
        return new EasyPostCarrier(config.url(), config.secret(), config.timeout(),
                ShippingConfig.Origin.of(environment).address());
    }

    @Provides
    static CarrierGuard carrierGuard(DynamoDbClient client, Map<String, String> environment,
            Clock clock) {
        var config = ShippingConfig.Circuit.of(environment);
        return new CarrierCircuit(new CircuitBreaker(CarrierGuard.NAME, config.settings(),
                new DynamoDbCircuitStore(client, config.table()), clock, new SecureRandom(),
                CircuitObserver.NONE));
    }

    @Provides
    static Messages messages(DynamoDbClient client, Map<String, String> environment,
            Clock clock) {
        return new DynamoDbMessages(client, ShippingConfig.Table.of(environment).shipments(),
                ShippingConfig.Webhook.of(environment).eventsTable(), clock);
    }

    @Provides
    static NoticeReader noticeReader(Map<String, String> environment) {
        return new EasyPostNoticeReader(ShippingConfig.Webhook.of(environment).secret());
    }

    @Provides
    static StreamFunction publisher(Map<String, String> environment) {
        var mapper = EventMapper
                .ofStates(image -> ShipmentEvents.of(ShipmentItem.read(new Item(image))));
        return Outbox.function(environment, mapper, "orderId");
    }
}
