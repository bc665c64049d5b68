package drivetrain.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.local.template.FunctionResource;
import drivetrain.local.template.RoleResource;
import drivetrain.local.template.SamApplication;
import drivetrain.local.template.TableResource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service touches its own tables only; what it needs of another it keeps as a copy. */
class OwnershipIT {
    private static final SamApplication APPLICATION = Project.application();
    /** The breaker's state is one for all who call a dependency. */
    private static final Set<String> SHARED = Set.of("Circuits");

    static Stream<Named<TableResource>> tables() {
        return APPLICATION.tables().stream().map(one -> Named.of(one.logicalId(), one));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableBelongsToOneService(TableResource table) {
        Set<String> services = APPLICATION.functions().stream()
                .filter(function -> touches(function, table))
                .map(function -> function.code().getFileName().toString())
                .collect(Collectors.toUnmodifiableSet());

        if (!SHARED.contains(table.logicalId())) {
            assertThat(services).as("the services whose functions may touch %s", table.logicalId())
                    .hasSize(1);
        }
    }

    /** The template's own statements; SAM's speak of streams. */
    private static boolean touches(FunctionResource function, TableResource table) {
        RoleResource role = APPLICATION.access().roles().get(function.arn());
        return role.statements().stream().filter(statement -> !statement.implied())
                .flatMap(statement -> statement.resources().stream())
                .anyMatch(resource -> resource.equals(table.arn())
                        || resource.startsWith(table.arn() + "/"));
    }
}
