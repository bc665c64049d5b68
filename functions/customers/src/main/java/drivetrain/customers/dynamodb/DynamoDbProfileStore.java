package drivetrain.customers.dynamodb;

import static drivetrain.dynamodb.DynamoDbFaults.translating;

import drivetrain.customers.application.ProfileStore;
import drivetrain.customers.application.Stamp;
import drivetrain.customers.domain.Field;
import drivetrain.customers.domain.Profile;
import drivetrain.dynamodb.Item;
import drivetrain.kernel.CustomerId;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Profiles in a table by customer id; a profile takes 20 KB at most. */
public final class DynamoDbProfileStore implements ProfileStore {
    private final DynamoDbClient client;
    private final String table;

    public DynamoDbProfileStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Profile> find(CustomerId customerId) {
        var found = translating(table, () -> client.getItem(get -> get.tableName(table)
                .consistentRead(true).key(ProfileItems.key(customerId).attributes())).item());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(ProfileItems.profile(new Item(found)));
    }

    @Override
    public boolean put(Profile profile, Set<Field> changed, Stamp stamp) {
        var request = request(profile, ProfileItems.item(profile, changed, stamp));
        try {
            translating(table, () -> client.putItem(request));
            return true;
        } catch (ConditionalCheckFailedException writtenMeanwhile) {
            return false;
        }
    }

    private PutItemRequest request(Profile profile, Item item) {
        var put = PutItemRequest.builder().tableName(table).item(item.attributes());
        if (profile.version() == 1) {
            return put.conditionExpression("attribute_not_exists(customerId)").build();
        }
        var values = Item.empty().number(":before", profile.version() - 1);
        return put.conditionExpression("version = :before")
                .expressionAttributeValues(values.attributes()).build();
    }
}
