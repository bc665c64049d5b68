package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import drivetrain.local.template.FunctionResource;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function of the template starts from its deployment package with its environment. */
class DeployedFunctionsIT {
    private static final Map<String, String> OF_LAMBDA = Map.of("AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY", "none", "AWS_ENDPOINT_URL",
            "http://127.0.0.1:1", "AWS_LAMBDA_FUNCTION_NAME", "function");
    private static final Map<Path, DeploymentPackage> PACKAGES = new ConcurrentHashMap<>();

    static Stream<Named<FunctionResource>> functions() {
        return Project.application().functions().stream()
                .map(one -> Named.of(one.logicalId(), one));
    }

    @AfterAll
    static void closePackages() throws Exception {
        for (DeploymentPackage one : PACKAGES.values()) {
            one.close();
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theHandlerIsNamedAfterItsFunctionAndStandsInItsPackage(FunctionResource function)
            throws Exception {
        Class<?> handler = deployed(function).load(function.handler());

        assertThat(handler.getSimpleName()).isEqualTo(function.logicalId() + "Handler");
        assertThat(handler.getPackageName()).isEqualTo("drivetrain." + serviceOf(function)
                + ".handlers");
        assertThat(Modifier.isPublic(handler.getModifiers())).isTrue();
        assertThat(handler.getConstructors()).as("for Lambda, and for a given environment")
                .extracting(constructor -> constructor.getParameterTypes())
                .containsExactlyInAnyOrder(new Class<?>[]{}, new Class<?>[]{Map.class});
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theFunctionStartsWithExactlyTheEnvironmentOfTheTemplate(FunctionResource function) {
        assertThatCode(() -> deployed(function).construct(function.handler(),
                environment(function))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theFunctionNeedsEachVariableThatItIsGivenAndNamesTheMissingOne(
            FunctionResource function) {
        for (String name : function.environment().keySet()) {
            Map<String, String> without = environment(function);
            without.remove(name);

            Throwable failure = catchThrowable(
                    () -> deployed(function).construct(function.handler(), without));

            assertThat(failure).as("%s without %s", function.logicalId(), name).isNotNull()
                    .hasStackTraceContaining(name + " is missing");
        }
    }

    private static Map<String, String> environment(FunctionResource function) {
        Map<String, String> environment = new HashMap<>(OF_LAMBDA);
        environment.putAll(function.environment());
        return environment;
    }

    private static String serviceOf(FunctionResource function) {
        return function.code().getFileName().toString().replace(".zip", "");
    }

    private static DeploymentPackage deployed(FunctionResource function) {
        return PACKAGES.computeIfAbsent(function.code(), DeploymentPackage::new);
    }
}
