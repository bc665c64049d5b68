package drivetrain.states.engine;

import drivetrain.states.Diagnostic;
import drivetrain.states.definition.State;
import drivetrain.states.definition.StateGraph;
import drivetrain.states.task.TaskResource;
import java.util.ArrayList;
import java.util.List;

/** Finds Task states that no integration serves, before anything runs. */
final class ResourceCheck {

    private final Core core;
    private final List<Diagnostic> found = new ArrayList<>();

    ResourceCheck(Core core) {
        this.core = core;
    }

    List<Diagnostic> unserved(StateGraph graph) {
        check(graph, "");
        return found;
    }

    private void check(StateGraph graph, String path) {
        graph.states().values().forEach(s -> check(s, path + "/States/" + s.name()));
    }

    private void check(State state, String path) {
        switch (state) {
            case State.Task task -> check(task.resource(), path + "/Resource");
            case State.Parallel parallel -> {
                for (int i = 0; i < parallel.branches().size(); i++) {
                    check(parallel.branches().get(i), path + "/Branches[" + i + "]");
                }
            }
            case State.Map map -> {
                check(map.processor(), path + "/ItemProcessor");
                if (map.settings().reader() != null) {
                    check(map.settings().reader().resource(), path + "/ItemReader/Resource");
                }
                if (map.settings().writer() != null) {
                    check(map.settings().writer().resource(), path + "/ResultWriter/Resource");
                }
            }
            case State.Pass _,State.Choice _,State.Wait _,State.Succeed _,State.Fail _ -> {
            }
        }
    }

    private void check(TaskResource resource, String path) {
        if (!(resource instanceof TaskResource.Activity)
                && core.integration(resource).isEmpty()) {
            found.add(Diagnostic.error(path, "The resource '" + resource.arn()
                    + "' is not supported: no integration serves it"));
        }
    }
}
