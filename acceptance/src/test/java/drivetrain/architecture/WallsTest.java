package drivetrain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrows between packages go one way. */
class WallsTest {
    private static final JavaClasses SERVICES = Project.classes("functions");
    private static final JavaClasses DEPLOYED = Project.classes("functions", "patterns");
    private static final JavaClasses PATTERNS = Project.classes("patterns");

    static Stream<String> services() {
        return Project.services().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsCompiled(String service) {
        boolean compiled = SERVICES.stream()
                .anyMatch(type -> type.getPackageName().startsWith("drivetrain." + service));

        assertThat(compiled).as("functions/%s is compiled; build it before this module", service)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void theDomainKnowsTheJdkAndTheKernelOnly(String service) {
        String domain = "drivetrain." + service + ".domain..";

        ArchRule rule = classes().that().resideInAPackage(domain).should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "drivetrain.kernel..", domain)
                .because("the rules of the business must read, and be tested, without any"
                        + " technology: JSON, tables and AWS belong to the packages around them")
                .allowEmptyShould(true);

        rule.check(SERVICES);
    }

    @ParameterizedTest
    @MethodSource("services")
    void useCasesKnowTheDomainAndTheirOwnPortsOnly(String service) {
        String of = "drivetrain." + service;

        ArchRule rule = classes().that().resideInAPackage(of + ".application..").should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.inject..", "jakarta.inject..",
                        "drivetrain.kernel..", of + ".domain..", of + ".application..")
                .because("a use case reaches the world through ports that it owns, so that a"
                        + " fake can stand behind them (@Inject only marks a constructor)")
                .allowEmptyShould(true);

        rule.check(SERVICES);
    }

    @ParameterizedTest
    @MethodSource("services")
    void handlersKnowNoAdapterAndNoAwsClient(String service) {
        String of = "drivetrain." + service;

        ArchRule rule = noClasses().that().resideInAPackage(of + ".handlers..").should()
                .dependOnClassesThat()
                .resideInAnyPackage(of + ".dynamodb..", of + ".events..", of + ".http..",
                        "software.amazon..", "drivetrain.dynamodb..")
                .because("a handler decodes, calls one use case and encodes; what that use case"
                        + " stands on is the component's business")
                .allowEmptyShould(true);

        rule.check(SERVICES);
    }

    @ParameterizedTest
    @MethodSource("services")
    void nothingBelowTheHandlersKnowsThem(String service) {
        String of = "drivetrain." + service;

        ArchRule rule = noClasses().that().resideInAPackage(of + "..").and()
                .resideOutsideOfPackage(of + ".handlers..").should().dependOnClassesThat()
                .resideInAPackage(of + ".handlers..")
                .because("handlers are the outermost layer: they may change with the wire,"
                        + " and nothing else may notice");

        rule.check(SERVICES);
    }

    @ParameterizedTest
    @MethodSource("services")
    void noServiceImportsAnother(String service) {
        String[] others = services().filter(other -> !other.equals(service))
                .map(other -> "drivetrain." + other + "..").toArray(String[]::new);

        ArchRule rule = noClasses().that().resideInAPackage("drivetrain." + service + "..")
                .should().dependOnClassesThat().resideInAnyPackage(others)
                .because("services talk by events and workflows; what they share is a pattern,"
                        + " under patterns/");

        rule.check(SERVICES);
    }

    @Test
    void handlersAreFinalAndNamedAfterTheirUseCase() {
        ArchRule rule = classes().that().implement(RequestStreamHandler.class).should()
                .bePublic().andShould().haveModifier(JavaModifier.FINAL).andShould()
                .haveSimpleNameEndingWith("Handler").andShould()
                .resideInAPackage("drivetrain.*.handlers")
                .because("the template names a function's class, and Lambda makes it");

        rule.check(SERVICES);
    }

    @Test
    void patternsKnowNoService() {
        String[] services = services().map(service -> "drivetrain." + service + "..")
                .toArray(String[]::new);

        ArchRule rule = noClasses().should().dependOnClassesThat().resideInAnyPackage(services)
                .because("a pattern is a building block that another project can take alone");

        rule.check(PATTERNS);
    }

    @Test
    void whatIsDeployedNeverKnowsTheLocalRuntime() {
        ArchRule rule = noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("drivetrain.local..", "drivetrain.states..",
                        "drivetrain.standins..", "drivetrain.acceptance..", "drivetrain.load..",
                        "drivetrain.costs..")
                .because("nothing under local/ is ever deployed");

        rule.check(DEPLOYED);
    }
}
