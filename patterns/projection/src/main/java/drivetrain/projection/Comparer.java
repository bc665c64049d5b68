package drivetrain.projection;

import drivetrain.dynamodb.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lays two generations of views side by side. Where they show different versions, or one of them is
 * missing, an event was just under way to both, or its projection broke off: both are brought up to
 * the log first.
 */
final class Comparer {
    private static final int NAMED = 10;

    private final GenerationTable views;
    private final Build build;
    private final Consumer<String> save;
    private final List<String> differing = new ArrayList<>();

    /** Brings one generation of a stream's view up to the log, and not behind another one. */
    interface Build {
        void build(String id, long generation, long beside);
    }

    Comparer(GenerationTable views, Build build, Consumer<String> save) {
        this.views = views;
        this.build = build;
        this.save = save;
    }

    Comparison compare(List<Item> items, long live, long generation, Comparison before) {
        Comparison found = before;
        for (Item item : items) {
            Item settled = settled(item, live, generation);
            Comparison next = found.plus(views.id(item),
                    GenerationTable.view(settled, live).orElseThrow(),
                    GenerationTable.view(settled, generation).orElseThrow());
            if (next.differing() > found.differing() && differing.size() < NAMED) {
                differing.add(views.id(item));
            }
            found = next;
        }
        return found;
    }

    /** The ids of the first views that differed. */
    List<String> differing() {
        return List.copyOf(differing);
    }

    private Item settled(Item item, long live, long generation) {
        Item current = item;
        while (!isSettled(current, live, generation)) {
            String id = views.id(item);
            save.accept(id);
            build.build(id, generation, live);
            build.build(id, live, generation);
            current = views.get(id);
        }
        return current;
    }

    private static boolean isSettled(Item item, long live, long generation) {
        long version = GenerationTable.version(item, live);
        return version > 0 && version == GenerationTable.version(item, generation);
    }
}
