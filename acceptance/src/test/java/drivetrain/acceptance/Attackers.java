package drivetrain.acceptance;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes bad requests to the operations of the API, each from the seed and its index alone. */
final class Attackers {
    private final List<Operation> operations;
    private final List<Operation> withBodies;
    private final Map<Operation, List<SchemaViolations.Violation>> violations;
    private final Loot loot;
    private final long seed;

    /** What attackers have: tokens, and the ids of what they are after. */
    record Loot(String customer, String staff, String expired, Victim victim) {}

    Attackers(Contract contract, Loot loot, long seed) {
        this.operations = contract.operations().stream()
                .filter(operation -> !operation.method().equals("OPTIONS")).toList();
        this.withBodies = operations.stream().filter(Operation::takesBody).toList();
        this.violations = withBodies.stream().collect(Collectors.toMap(Function.identity(),
                operation -> SchemaViolations.of(contract, operation)));
        this.loot = loot;
        this.seed = seed;
    }

    /** The request of an index; the same for the same seed, but for tokens and ids. */
    Attack attack(int index) {
        var random = new SplittableRandom(seed * 1_000_003 + index);
        List<Operation> choice = random.nextInt(3) == 0 ? operations : withBodies;
        Operation operation = choice.get(random.nextInt(choice.size()));
        var draft = new AttackDraft(operation, loot, random);
        if (operation.takesBody()) {
            draft.attackBody(violations.get(operation));
        } else {
            draft.attackAddress();
        }
        return draft.finished(index);
    }
}
