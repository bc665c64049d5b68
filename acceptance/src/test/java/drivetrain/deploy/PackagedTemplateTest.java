package drivetrain.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedTemplateTest {
    private static final String TEMPLATE = """
            # Comments stay, and so does CodeUri: services/orders.zip in one of them – “even so”.
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Stage: {Type: String}
              TokenIssuer: {Type: String}
            Resources:
              PlaceOrder:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: services/orders.zip
                  Description: !Sub "CodeUri: services/orders.zip of ${Stage}"
              ListOrders:
                Type: AWS::Serverless::Function
                Properties: {CodeUri: "services/orders.zip", Handler: x.Y}
              Checkout:
                Type: AWS::Serverless::StateMachine
                Properties:
                  DefinitionUri: checkout.asl.json # the saga
              Described:
                Type: AWS::Serverless::Api
                Properties:
                  DefinitionUri: api.yaml
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  DefinitionBody:
                    Fn::Transform:
                      Name: AWS::Include
                      Parameters:
                        Location: api.yaml
              Other:
                Type: AWS::SSM::Parameter
                Properties: {CodeUri: services/orders.zip}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectory(folder.resolve("services"));
        for (String file : List.of("services/orders.zip", "checkout.asl.json", "api.yaml")) {
            Files.writeString(folder.resolve(file), file);
        }
    }

    @Test
    void givesFilesOtherAddressesAndChangesNothingElse() throws IOException {
        PackagedTemplate template = read(TEMPLATE);

        assertThat(template.files()).containsExactly(folder.resolve("services/orders.zip"),
                folder.resolve("checkout.asl.json"), folder.resolve("api.yaml"));
        assertThat(template.text(file -> "s3://b/" + file.getFileName())).isEqualTo(TEMPLATE
                .replace("  CodeUri: services/orders.zip\n", "  CodeUri: s3://b/orders.zip\n")
                .replace("{CodeUri: \"services/orders.zip\"", "{CodeUri: s3://b/orders.zip")
                .replace("DefinitionUri: checkout.asl.json",
                        "DefinitionUri: s3://b/checkout.asl.json")
                .replace("DefinitionUri: api.yaml", "DefinitionUri: s3://b/api.yaml")
                .replace("Location: api.yaml", "Location: s3://b/api.yaml"));
    }

    @Test
    void knowsTheParameters() throws IOException {
        assertThat(read(TEMPLATE).parameters()).containsExactlyInAnyOrder("Stage", "TokenIssuer");
        assertThat(read("Resources: {}").parameters()).isEmpty();
    }

    @Test
    void refusesFilesThatAreNotThere() {
        assertThatThrownBy(() -> read(TEMPLATE.replace("checkout.asl", "checkin.asl")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("checkin.asl.json, which isn't a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS::Serverless::LayerVersion", "AWS::Lambda::Function"})
    void refusesResourcesWhoseFilesItDoesNotKnow(String type) {
        assertThatThrownBy(() -> read("Resources: {Thing: {Type: \"" + type + "\"}}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Thing")
                .hasMessageContaining(type);
    }

    private PackagedTemplate read(String text) throws IOException {
        return PackagedTemplate.read(Files.writeString(folder.resolve("template.yaml"), text));
    }
}
