package drivetrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import drivetrain.local.iam.Grant;
import drivetrain.local.lambda.AccessKeys;
import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.TableResource;
import drivetrain.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * The template grants what is needed and nothing more. Runs after all other scenarios (see
 * {@code junit-platform.properties}), since it looks back at what they used.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedSystem.class)
class GrantsIT {
    /**
     * Snapshots are read and written for orders with more than 50 events only, whoever appends the
     * next one; no scenario makes that many for each function. The event store's own tests do.
     */
    private static final String RARE = "table/drivetrain-OrderSnapshots";
    /** With {@code -Dlong} each grant is taken away in turn, otherwise the first of two services. */
    private static final boolean LONG = System.getProperty("long") != null;
    private static final int A_FEW = 2;

    @Test
    void whatTheTemplateGrantsSomeScenarioUses(LocalSystem system, GrantUse use)
            throws IOException {
        assumeThat(LONG).as("asked for: mvn verify -Dlong").isTrue();
        assumeThat(use.classes()).as("all scenarios have run: mvn verify -Dlong")
                .containsAll(scenarioClasses());

        assertThat(use.unused(spoken(system)).stream()
                .filter(grant -> !grant.resource().endsWith(RARE)))
                .as("grants that no scenario uses; take them out, or write the scenario")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> withoutAGrantSomeScenarioFails(LocalSystem system, GrantUse use) {
        Map<String, List<Grant>> byService = spoken(system).stream()
                .filter(grant -> !use.scenarios(grant).isEmpty())
                .sorted(Comparator.comparing(Grant::toString))
                .collect(Collectors.groupingBy(grant -> grant.action().split(":", 2)[0],
                        LinkedHashMap::new, Collectors.toList()));
        return byService.values().stream().limit(LONG ? Long.MAX_VALUE : A_FEW)
                .flatMap(grants -> grants.stream().limit(LONG ? Long.MAX_VALUE : 1))
                .map(grant -> DynamicTest.dynamicTest(grant.toString(),
                        () -> assertThat(oneFails(use.scenarios(grant), grant))
                                .as("without %s one of these fails: %s", grant,
                                        use.scenarios(grant))
                                .isTrue()));
    }

    /** What the template says itself, of services that the local runtime has. */
    private static Set<Grant> spoken(LocalSystem system) {
        return system.permissions().grants().stream()
                .filter(grant -> !grant.implied() && grant.isChecked())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean oneFails(List<String> scenarios, Grant missing) {
        System.err.println("without " + missing + ": " + scenarios.size() + " scenarios");
        return scenarios.contains(GrantUse.START)
                ? failsToStart(missing)
                : WithoutGrant.oneFails(scenarios, missing);
    }

    private static boolean failsToStart(Grant missing) {
        try {
            LocalSystem.startWithout(missing::equals).close();
            return false;
        } catch (TemplateException refused) {
            return true;
        }
    }

    /** One function of each service tries, with the credentials that functions get. */
    @Test
    void aServiceThatTouchesAnotherServicesTableIsRefused(LocalSystem system) {
        Map<Path, FunctionResource> services = system.application().functions().stream().collect(
                Collectors.toMap(FunctionResource::code, Function.identity(), (one, _) -> one));

        assertThat(services).hasSizeGreaterThan(1);
        services.values().forEach(function -> {
            TableResource foreign = foreignTable(system, function);
            try (DynamoDbClient client = system.aws()
                    .dynamoDbAs(AccessKeys.idOf(function.name()))) {
                assertThatThrownBy(() -> client.putItem(
                        request -> request.tableName(foreign.name()).item(item(foreign))))
                        .isInstanceOfSatisfying(DynamoDbException.class,
                                refused -> assertThat(refused.awsErrorDetails().errorCode())
                                        .isEqualTo("AccessDeniedException"))
                        .hasMessageContaining(function.name() + " is not authorized to perform: "
                                + "dynamodb:PutItem on resource: " + foreign.arn());
            }
        });
    }

    private static TableResource foreignTable(LocalSystem system, FunctionResource function) {
        Set<String> granted = system.permissions().grants().stream()
                .filter(grant -> grant.holder().equals(function.logicalId()))
                .map(Grant::resource).collect(Collectors.toUnmodifiableSet());
        return system.application().tables().stream()
                .filter(table -> !granted.contains(table.arn())).findFirst().orElseThrow();
    }

    private static Map<String, AttributeValue> item(TableResource table) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        table.createTable().path("KeySchema").forEach(key -> item.put(
                key.path("AttributeName").asText(), AttributeValue.fromS("not mine")));
        return item;
    }

    /** The scenarios that share the system unasked, by the class files beside this one. */
    private static Set<String> scenarioClasses() throws IOException {
        Path folder = Path.of(GrantsIT.class.getResource("GrantsIT.class").getPath()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[A-Za-z]+IT\\.class"))
                    .map(name -> GrantsIT.class.getPackageName() + "."
                            + name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.equals(GrantsIT.class.getName()) && sharesSystem(name))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static boolean sharesSystem(String className) {
        try {
            Class<?> scenarios = Class.forName(className);
            ExtendWith extension = scenarios.getAnnotation(ExtendWith.class);
            return extension != null && List.of(extension.value()).contains(SharedSystem.class)
                    && !scenarios.isAnnotationPresent(EnabledIfSystemProperty.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
