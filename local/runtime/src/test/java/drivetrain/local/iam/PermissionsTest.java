package drivetrain.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.local.aws.AwsFailure;
import drivetrain.local.lambda.AccessKeys;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsTest {
    private static final String SELL = AccessKeys.idOf("app-Sell");
    private static final String TABLE = "arn:aws:dynamodb:eu-central-1:000000000000:table/";
    private static final Access PUT = Access.to("dynamodb:PutItem", TABLE + "app-Orders");

    @TempDir
    private Path folder;

    @Test
    void allowsWhatAStatementNamesAndRefusesTheRestAsIamPutsIt() {
        Permissions shop = permissions("""
                - Effect: Allow
                  Action: dynamodb:PutItem
                  Resource: !GetAtt Orders.Arn
                """);

        assertThatCode(() -> shop.require(SELL, PUT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> shop.require(SELL,
                Access.to("dynamodb:DeleteItem", TABLE + "app-Orders")))
                .isInstanceOfSatisfying(AwsFailure.class, refused -> assertThat(refused.code())
                        .isEqualTo("AccessDeniedException"))
                .hasMessage("User: arn:aws:sts::000000000000:assumed-role/app-SellRole/app-Sell is "
                        + "not authorized to perform: dynamodb:DeleteItem on resource: " + TABLE
                        + "app-Orders because no identity-based policy allows the "
                        + "dynamodb:DeleteItem action");
        assertThatThrownBy(() -> shop.require(SELL,
                Access.to("dynamodb:PutItem", TABLE + "app-Orders2")))
                .isInstanceOf(AwsFailure.class);
    }

    @Test
    void aDenialWinsWhereverItStands() {
        Permissions shop = permissions("""
                - Effect: Deny
                  Action: dynamodb:*
                  Resource: "*"
                - Effect: Allow
                  Action: dynamodb:PutItem
                  Resource: !GetAtt Orders.Arn
                """);

        assertThatThrownBy(() -> shop.require(SELL, PUT))
                .hasMessageEndingWith("with an explicit deny in an identity-based policy");
    }

    @Test
    void wildcardsStandForAnyCharactersAndCaseCountsInResourcesOnly() {
        Permissions shop = permissions("""
                - Effect: Allow
                  Action: DynamoDB:Put?tem
                  Resource: !Sub "arn:aws:dynamodb:*:${AWS::AccountId}:table/app-*s"
                """);

        assertThatCode(() -> shop.require(SELL, PUT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> shop.require(SELL,
                Access.to("dynamodb:PutItem", TABLE + "APP-Orders")))
                .isInstanceOf(AwsFailure.class);
        assertThatThrownBy(() -> shop.require(SELL,
                Access.to("dynamodb:PutItem", TABLE + "app-Orders/index/x")))
                .isInstanceOf(AwsFailure.class);
    }

    @Test
    void aConditionMustHold() {
        Permissions shop = permissions("""
                - Effect: Allow
                  Action: dynamodb:PutItem
                  Resource: !GetAtt Orders.Arn
                  Condition:
                    ForAnyValue:StringEquals:
                      dynamodb:EnclosingOperation: [TransactWriteItems]
                """);
        Access inTransaction = new Access("dynamodb:PutItem", TABLE + "app-Orders",
                Map.of("dynamodb:EnclosingOperation", "TransactWriteItems"));

        assertThatCode(() -> shop.require(SELL, inTransaction)).doesNotThrowAnyException();
        assertThatThrownBy(() -> shop.require(SELL, PUT)).isInstanceOf(AwsFailure.class);
    }

    @Test
    void anOperatorMayDoEverythingAndAnUnknownRoleNothing() {
        Permissions shop = permissions("""
                - Effect: Allow
                  Action: dynamodb:PutItem
                  Resource: !GetAtt Orders.Arn
                """);

        assertThatCode(() -> shop.require("operator", Access.to("dynamodb:Scan", "*")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> shop.require("arn:aws:iam::000000000000:role/other", PUT))
                .isInstanceOf(AwsFailure.class);
    }

    @Test
    void tellsWhichGrantsWereUsedAndDoesWithoutThoseThatAreTakenAway() {
        String statements = """
                - Effect: Allow
                  Action: [dynamodb:PutItem, dynamodb:GetItem]
                  Resource: !GetAtt Orders.Arn
                """;
        Permissions shop = permissions(statements);
        shop.require(SELL, PUT);
        Permissions without = Permissions.of(ShopTemplate.withPolicy(folder, statements),
                grant -> !grant.action().equals("dynamodb:PutItem"));

        assertThat(shop.takeUsedGrants()).singleElement()
                .hasToString("template.yaml:28: Sell may dynamodb:PutItem on " + TABLE
                        + "app-Orders");
        assertThat(shop.takeUsedGrants()).as("since then").isEmpty();
        assertThatThrownBy(() -> without.require(SELL, PUT)).isInstanceOf(AwsFailure.class);
    }

    private Permissions permissions(String statements) {
        return Permissions.of(ShopTemplate.withPolicy(folder, statements), grant -> true);
    }
}
