package drivetrain.local;

import drivetrain.local.mini.Greet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small application: an API, a function, a table and a workflow. */
final class MiniApplication {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Greeting: {Type: String, Default: hello}
            Resources:
              Greet:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: greet.zip
                  Handler: drivetrain.local.mini.Greet
                  Runtime: java25
                  Environment: {Variables: {GREETING: !Ref Greeting}}
                  Events:
                    Get: {Type: Api, Properties: {Path: /greeting, Method: get}}
              Guests:
                Type: AWS::DynamoDB::Table
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: name, AttributeType: S}]
                  KeySchema: [{AttributeName: name, KeyType: HASH}]
              Welcome:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Policies:
                    - Statement:
                        - Effect: Allow
                          Action: lambda:InvokeFunction
                          Resource: !GetAtt Greet.Arn
                        - Effect: Allow
                          Action: dynamodb:PutItem
                          Resource: !GetAtt Guests.Arn
                  Definition:
                    QueryLanguage: JSONata
                    StartAt: Greet
                    States:
                      Greet:
                        Type: Task
                        Resource: !GetAtt Greet.Arn
                        Output: "{% $states.result.greeting %}"
                        Next: Remember
                      Remember:
                        Type: Task
                        Resource: arn:aws:states:::dynamodb:putItem
                        Arguments:
                          TableName: !Ref Guests
                          Item: {name: {S: "{% $states.input %}"}}
                        End: true
            """;

    private MiniApplication() {}

    /** Writes the template and the package; answers where the template is. */
    static Path write(Path folder) throws IOException {
        String code = Greet.class.getName().replace('.', '/') + ".class";
        try (ZipOutputStream zip = new ZipOutputStream(
                Files.newOutputStream(folder.resolve("greet.zip")));
                InputStream content = Greet.class.getClassLoader().getResourceAsStream(code)) {
            zip.putNextEntry(new ZipEntry(code));
            content.transferTo(zip);
        }
        return Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    }
}
