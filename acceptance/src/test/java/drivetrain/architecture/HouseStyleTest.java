package drivetrain.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The rules of the house style that a machine can check. */
class HouseStyleTest {
    private static final JavaClasses SERVICES = Project.classes("functions");
    private static final JavaClasses DEPLOYED = Project.classes("functions", "patterns");
    private static final JavaClasses ALL = Project.classes("functions", "patterns", "local");
    private static final Set<String> BANNED_WORDS = Set.of("Utils", "Util", "Manager", "Helper",
            "Impl", "Dto", "Base", "Abstract");

    @Test
    void onlyComponentsReadTheEnvironment() {
        ArchRule rule = noClasses().that().haveSimpleNameNotEndingWith("Component").should()
                .callMethod(System.class, "getenv").orShould()
                .callMethod(System.class, "getenv", String.class)
                .because("a service reads the environment in one place, its component, and"
                        + " everything else takes what it needs as an argument");

        rule.check(DEPLOYED);
    }

    @Test
    void noDeployedCodeSleeps() {
        ArchRule rule = noClasses().should()
                .callMethodWhere(calls("java.lang.Thread", "sleep"))
                .because("a sleeping function is billed: waiting belongs to a workflow, and time"
                        + " to an injected clock");

        rule.check(DEPLOYED);
    }

    @Test
    void noFunctionStartsThreads() {
        ArchRule rule = noClasses().should().callConstructor(Thread.class, Runnable.class)
                .orShould().callMethodWhere(calls("java.lang.Thread", "ofVirtual")).orShould()
                .callMethodWhere(calls("java.lang.Thread", "ofPlatform")).orShould()
                .callMethodWhere(calls("java.lang.Thread", "startVirtualThread")).orShould()
                .dependOnClassesThat().areAssignableTo(Executors.class)
                .because("an execution environment is frozen between invocations, and its"
                        + " threads with it");

        rule.check(SERVICES);
    }

    @Test
    void nothingDeployedHasStaticState() {
        ArchRule rule = fields().that().areStatic().and(areWritten()).should(neverChange())
                .because("what an invocation leaves behind in a static field, the next one"
                        + " finds");

        rule.check(DEPLOYED);
    }

    @Test
    void namesSayWhatAClassIs() {
        ArchRule rule = classes().should(haveNoBannedWordInTheirNames())
                .because("such a word says that a class exists, not what it is for");

        rule.check(ALL);
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> calls(
            String owner, String method) {
        return DescribedPredicate.describe(owner + "." + method,
                call -> call.getTargetOwner().getFullName().equals(owner)
                        && call.getTarget().getName().equals(method));
    }

    /** Leaves out what the compiler makes, such as the tables of a switch. */
    private static DescribedPredicate<JavaField> areWritten() {
        return DescribedPredicate.describe("are written by us",
                field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !field.getName().contains("$"));
    }

    private static ArchCondition<JavaField> neverChange() {
        return new ArchCondition<>("be final and hold a value that can't change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean constant = field.getModifiers().contains(JavaModifier.FINAL)
                        && !isMutable(field.getRawType());
                events.add(new SimpleConditionEvent(field, constant, field.getFullName() + " is a "
                        + (constant ? "constant" : "variable shared by all invocations")));
            }
        };
    }

    private static boolean isMutable(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class)
                || type.isAssignableTo(Map.class);
        return type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo(StringBuilder.class)
                || (collection && !type.isInterface());
    }

    private static ArchCondition<JavaClass> haveNoBannedWordInTheirNames() {
        return new ArchCondition<>("have names without " + BANNED_WORDS) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> words = List.of(type.getSimpleName().split("(?=[A-Z])|[_$]"));
                boolean fine = words.stream().noneMatch(BANNED_WORDS::contains);
                events.add(new SimpleConditionEvent(type, fine,
                        type.getFullName() + (fine ? " is named well" : " has a banned word")));
            }
        };
    }
}
