package drivetrain.local.iam;

import drivetrain.local.template.SamApplication;
import drivetrain.local.template.SamTemplate;
import drivetrain.local.template.TemplateOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An application with one function, {@code Sell}, and one workflow, {@code Flow}. */
public final class ShopTemplate {
    private static final String RESOURCES = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
                  StreamSpecification: {StreamViewType: NEW_IMAGE}
              Failures:
                Type: AWS::SQS::Queue
              Bus:
                Type: AWS::Events::EventBus
                Properties: {Name: shop}
              Flow:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition: {StartAt: End, States: {End: {Type: Succeed}}}
              Sell:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: shop.zip
                  Handler: shop.Sell
                  Runtime: java25
                  Tracing: Active
            """;

    private ShopTemplate() {}

    /** The application with these statements in the function's policy, an indented list. */
    public static SamApplication withPolicy(Path folder, String statements) {
        return load(folder, RESOURCES + "      Policies:\n        - Statement:\n"
                + statements.indent(12));
    }

    /** The application with more properties of the function, and more resources. */
    static SamApplication with(Path folder, String properties, String resources) {
        return load(folder, RESOURCES + properties.indent(6) + resources.indent(2));
    }

    private static SamApplication load(Path folder, String template) {
        try {
            Files.write(folder.resolve("shop.zip"), new byte[0]);
            return SamTemplate.load(Files.writeString(folder.resolve("template.yaml"), template),
                    new TemplateOptions("app", "eu-central-1", "000000000000",
                            URI.create("http://127.0.0.1:4566"), Map.of(), Map.of(), Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
