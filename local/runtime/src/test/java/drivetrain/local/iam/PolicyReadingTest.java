package drivetrain.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drivetrain.local.template.PolicyStatement;
import drivetrain.local.template.RoleResource;
import drivetrain.local.template.SamApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies that can't be evaluated are refused, with their line. */
class PolicyReadingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "NotAction: dynamodb:PutItem | NotAction isn't supported",
            "Principal: {Service: events.amazonaws.com, AWS: '*'} | AWS isn't supported",
            "Condition: {NumericLessThan: {aws:MultiFactorAuthAge: 1}} | NumericLessThan isn't",
            "Condition: {StringEquals: {aws:PrincipalTag/a: b}} | PrincipalTag/a isn't supported",
            "Condition: {StringEqualsIfExists: {aws:SourceArn: a}} | StringEqualsIfExists isn't",
            "Sid: [a] | "})
    void refusesWhatItCannotEvaluate(String property, String problem) {
        String statements = """
                - Effect: Allow
                  Action: dynamodb:PutItem
                  Resource: !GetAtt Orders.Arn
                """ + property.indent(2);

        if (problem == null) {
            assertThat(ShopTemplate.withPolicy(folder, statements).functions()).hasSize(1);
        } else {
            assertThatThrownBy(() -> ShopTemplate.withPolicy(folder, statements))
                    .hasMessageStartingWith("template.yaml:31: ").hasMessageContaining(problem);
        }
    }

    @Test
    void refusesPolicyTemplatesAndUnknownManagedPolicies() {
        assertThatThrownBy(() -> ShopTemplate.with(folder, """
                Policies:
                  - DynamoDBReadPolicy: {TableName: !Ref Orders}
                  - AdministratorAccess
                """, "")).hasMessageContaining("template.yaml:27: ")
                .hasMessageContaining("uses a policy template")
                .hasMessageContaining("template.yaml:28: ")
                .hasMessageContaining("the managed policy AdministratorAccess");
    }

    @Test
    void aManagedPolicyOfTheTemplateCountsForWhoeverNamesIt() {
        SamApplication shop = ShopTemplate.with(folder, "Policies: [!Ref Reading]", """
                Reading:
                  Type: AWS::IAM::ManagedPolicy
                  Properties:
                    PolicyDocument:
                      Statement: {Effect: Allow, Action: dynamodb:Query, Resource: a-table}
                """);

        assertThat(shop.access().roles().get(shop.functions().getFirst().arn()).statements())
                .filteredOn(statement -> !statement.implied()).singleElement()
                .satisfies(statement -> assertThat(statement.actions())
                        .containsExactly("dynamodb:Query"));
    }

    @Test
    void aConditionOnWhatTheRuntimeDoesNotHaveIsNobodysConcern() {
        SamApplication shop = ShopTemplate.withPolicy(folder, """
                - Effect: Allow
                  Action: cloudwatch:PutMetricData
                  Resource: "*"
                  Condition: {StringEquals: {cloudwatch:namespace: shop}}
                """);

        RoleResource role = shop.access().roles().get(shop.functions().getFirst().arn());
        assertThat(role.arn()).isEqualTo("arn:aws:iam::000000000000:role/app-SellRole");
        assertThat(role.statements()).extracting(PolicyStatement::implied)
                .as("logs and tracing are SAM's, and come first")
                .containsExactly(true, true, false);
    }

    @Test
    void aFunctionMayHaveARoleOfTheTemplateOnly() {
        assertThatThrownBy(() -> ShopTemplate.with(folder,
                "Role: arn:aws:iam::000000000000:role/elsewhere", ""))
                .hasMessageContaining("which isn't in the template");
    }
}
